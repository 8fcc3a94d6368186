package hoso.judicialcert.desk;

import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequests;
import hoso.judicialcert.request.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Keeps what officers note on a case, and shows all that happened to it. Nobody reads what is about themselves here.
@ApplicationScoped
class KeepNotes {
    private final CertificateRequests requests;
    private final HoldCase hold;
    private final DeedRows deeds;
    private final StepRows steps;
    private final Clock clock;

    KeepNotes(CertificateRequests requests, HoldCase hold, DeedRows deeds, StepRows steps, Clock clock) {
        this.requests = requests;
        this.hold = hold;
        this.deeds = deeds;
        this.steps = steps;
        this.clock = clock;
    }

    /// Adds a note, which stays. Empty when the agency has no such case.
    @Transactional
    Optional<UUID> note(RequestId id, Officer officer, String text) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return of(id, officer).map(request -> {
            hold.renew(id, officer);
            return deeds.add(request, new Deed(Deed.Kind.NOTED, officer.id(), now, Deed.Content.of(text)));
        });
    }

    /// Every step and every deed, oldest first. Empty when the agency has no such case.
    @Transactional
    Optional<List<Happening>> history(RequestId id, Officer officer) {
        return of(id, officer)
                .map(request -> Stream.concat(
                                steps.of(id).stream(),
                                deeds.of(request).stream().map(Happening::of))
                        .sorted(Comparator.comparing(Happening::at))
                        .toList());
    }

    private Optional<CertificateRequest> of(RequestId id, Officer officer) {
        return requests.ofAgency(id, officer.agency()).filter(request -> !request.isOwn(officer.id()));
    }
}
