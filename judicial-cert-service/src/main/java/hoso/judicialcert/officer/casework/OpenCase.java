package hoso.judicialcert.officer.casework;

import hoso.chassis.hash.Sha256;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.LookAtCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.Queue;
import hoso.judicialcert.officer.queue.ReadQueue;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.matching.Candidate;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Register;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Status;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Lets an officer see a case of their agency beside what the register says.
@ApplicationScoped
class OpenCase {
    private final CertificateRequests requests;
    private final Register register;
    private final LookAtCase look;
    private final ClaimCase hold;
    private final ReadQueue queue;
    private final Clock clock;

    OpenCase(
            CertificateRequests requests,
            Register register,
            LookAtCase look,
            ClaimCase hold,
            ReadQueue queue,
            Clock clock) {
        this.requests = requests;
        this.register = register;
        this.look = look;
        this.hold = hold;
        this.queue = queue;
        this.clock = clock;
    }

    /// A case beside the register as it is now.
    ///
    /// @param own what is certainly the applicant's
    /// @param candidates what may be the applicant's, with what agrees and what differs
    /// @param seen all of these as `id@version`
    /// @param version of the request
    record Opened(
            Queue.QueuedCase place, List<Entry> own, List<Candidate> candidates, List<String> seen, long version) {

        CertificateRequest request() {
            return place.request();
        }

        /// Names what is shown: it changes with the case and with everything the register says to it.
        String tag() {
            return Sha256.hex((version + "\n" + String.join("\n", seen)).getBytes(StandardCharsets.UTF_8));
        }

        /// Neither the person nor anybody like them is on record.
        boolean isClean() {
            return own.isEmpty() && candidates.isEmpty();
        }
    }

    /// Opens a case; that it was opened, and by whom, is in the journal of the one it is about. Nobody opens what is
    /// about themselves. Empty when the agency has no such case at the desk.
    @Transactional
    Optional<Opened> open(RequestId id, Officer officer) {
        return look.find(id, officer)
                .filter(request -> isAtTheDesk(request.status()))
                .map(request -> {
                    look.note(request, officer);
                    hold.renew(id, officer);
                    return beside(request);
                });
    }

    /// A case beside the register as it is now.
    @Transactional(TxType.MANDATORY)
    Opened beside(CertificateRequest request) {
        var place = queue.place(request, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var finding = register.find(request.question(Law.dayOf(clock.instant())));
        var seen = register.versions(finding);
        var version = requests.version(request.id());
        return switch (finding) {
            case Finding.Clean() -> new Opened(place, List.of(), List.of(), seen, version);
            case Finding.OnRecord(var own, var others) -> new Opened(place, own, others, seen, version);
            case Finding.Uncertain(var candidates) -> new Opened(place, List.of(), candidates, seen, version);
        };
    }

    private static boolean isAtTheDesk(Status status) {
        return Queue.STATUSES.contains(status.name());
    }
}
