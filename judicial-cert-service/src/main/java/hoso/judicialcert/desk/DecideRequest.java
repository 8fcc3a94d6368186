package hoso.judicialcert.desk;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.Candidate;
import hoso.judicialcert.register.Entry;
import hoso.judicialcert.register.Finding;
import hoso.judicialcert.register.Register;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequests;
import hoso.judicialcert.request.Decision;
import hoso.judicialcert.request.OfficerId;
import hoso.judicialcert.request.RequestId;
import hoso.judicialcert.request.Status;
import hoso.judicialcert.request.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Lets an officer see a referred request beside what the register says, and decide it.
@ApplicationScoped
class DecideRequest {
    private final CertificateRequests requests;
    private final Register register;
    private final TakeStep step;
    private final Clock clock;

    DecideRequest(CertificateRequests requests, Register register, TakeStep step, Clock clock) {
        this.requests = requests;
        this.register = register;
        this.step = step;
        this.clock = clock;
    }

    /// A referred request beside the register as it is now.
    ///
    /// @param own what is certainly the applicant's
    /// @param candidates what may be the applicant's, with what agrees and what differs
    record Opened(CertificateRequest request, List<Entry> own, List<Candidate> candidates) {}

    @Transactional
    Optional<Opened> open(RequestId id) {
        return requests.find(id)
                .filter(request -> request.status() instanceof Status.Referred)
                .map(this::beside);
    }

    /// Empty when there is no such request.
    ///
    /// @param judgments those of the candidates that are the applicant's
    @Transactional
    Optional<Decision> approve(RequestId id, OfficerId officer, String reason, List<UUID> judgments) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.hold(id).map(request -> {
            if (request.status() instanceof Status.Referred) {
                requireCandidates(request, judgments);
            }
            return step.take(request.approve(officer, reason, judgments, now));
        });
    }

    /// A judgment that is none of the candidates, by a typing error or from a page gone stale, would silently be left
    /// out of the certificate, and a clean one would be signed.
    private void requireCandidates(CertificateRequest request, List<UUID> judgments) {
        var known = beside(request).candidates().stream()
                .map(candidate -> candidate.entry().id())
                .toList();
        if (!known.containsAll(judgments)) {
            throw Problem.invalid(List.of(FieldError.of("/judgments", "unknown")))
                    .raise();
        }
    }

    /// Empty when there is no such request.
    @Transactional
    Optional<Decision> decline(RequestId id, OfficerId officer, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.hold(id).map(request -> step.take(request.decline(officer, reason, now)));
    }

    private Opened beside(CertificateRequest request) {
        var finding = register.find(request.question(Law.dayOf(clock.instant())));
        return switch (finding) {
            case Finding.Clean() -> new Opened(request, List.of(), List.of());
            case Finding.OnRecord(var own, var others) -> new Opened(request, own, others);
            case Finding.Uncertain(var candidates) -> new Opened(request, List.of(), candidates);
        };
    }
}
