package hoso.judicialcert.desk;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Party;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.Candidate;
import hoso.judicialcert.register.Entry;
import hoso.judicialcert.register.Finding;
import hoso.judicialcert.register.Register;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequests;
import hoso.judicialcert.request.Decision;
import hoso.judicialcert.request.OfficerId;
import hoso.judicialcert.request.Proposal;
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
import java.util.stream.Stream;

/// Lets an officer see a referred request beside what the register says, and decide it.
@ApplicationScoped
class DecideRequest {
    private final CertificateRequests requests;
    private final Register register;
    private final TakeStep step;
    private final AccessJournal journal;
    private final Clock clock;

    DecideRequest(CertificateRequests requests, Register register, TakeStep step, AccessJournal journal, Clock clock) {
        this.requests = requests;
        this.register = register;
        this.step = step;
        this.journal = journal;
        this.clock = clock;
    }

    /// A referred request beside the register as it is now.
    ///
    /// @param own what is certainly the applicant's
    /// @param candidates what may be the applicant's, with what agrees and what differs
    record Opened(CertificateRequest request, List<Entry> own, List<Candidate> candidates) {

        List<UUID> seen() {
            return Stream.concat(own.stream(), candidates.stream().map(Candidate::entry))
                    .map(Entry::id)
                    .toList();
        }
    }

    /// Opens a request; that it was opened, and by whom, is in the journal of the one it is about.
    @Transactional
    Optional<Opened> open(RequestId id, OfficerId officer) {
        return requests.find(id)
                .filter(request ->
                        request.status() instanceof Status.Referred || request.status() instanceof Status.Approval)
                .map(request -> {
                    journal.note(new Access(
                            new Subject.Citizen(request.subject()),
                            Access.Kind.OFFICER_CASE,
                            Party.officer(request.terms().agency(), officer.toString()),
                            null,
                            request.dossierCode().value(),
                            request.terms().procedureRule(),
                            Access.View.CASE,
                            Access.Outcome.SHOWN,
                            request.status().name()));
                    return beside(request);
                });
    }

    /// What an officer found. Empty when there is no such request.
    @Transactional
    Optional<Decision> propose(
            RequestId id, OfficerId officer, Proposal.Verdict verdict, String reason, List<UUID> judgments) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.hold(id).map(request -> {
            var opened = beside(request);
            if (request.status() instanceof Status.Referred) {
                requireCandidates(opened, judgments);
            }
            return step.take(request.propose(new Proposal(officer, verdict, reason, judgments, opened.seen()), now));
        });
    }

    /// Another officer approves. Empty when there is no such request.
    @Transactional
    Optional<Decision> approve(RequestId id, OfficerId officer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.hold(id).map(request -> step.take(request.approve(officer, now)));
    }

    /// Another officer does not approve. Empty when there is no such request.
    @Transactional
    Optional<Decision> sendBack(RequestId id, OfficerId officer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.hold(id).map(request -> step.take(request.sendBack(officer, now)));
    }

    /// A judgment that is none of the candidates, by a typing error or from a page gone stale, would silently be left
    /// out of the certificate, and a clean one would be signed.
    private static void requireCandidates(Opened opened, List<UUID> judgments) {
        var known = opened.candidates().stream()
                .map(candidate -> candidate.entry().id())
                .toList();
        if (!known.containsAll(judgments)) {
            throw Problem.invalid(List.of(FieldError.of("/judgments", "unknown")))
                    .raise();
        }
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
