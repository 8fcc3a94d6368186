package hoso.judicialcert.officer.casework;

import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.LookAtCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.person.RequestId;
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
    private final LookAtCase look;
    private final ClaimCase hold;
    private final OfficerActions deeds;
    private final StepRows steps;
    private final Clock clock;

    KeepNotes(LookAtCase look, ClaimCase hold, OfficerActions deeds, StepRows steps, Clock clock) {
        this.look = look;
        this.hold = hold;
        this.deeds = deeds;
        this.steps = steps;
        this.clock = clock;
    }

    /// Adds a note, which stays. Empty when the agency has no such case.
    @Transactional
    Optional<UUID> note(RequestId id, Officer officer, String text) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return look.find(id, officer).map(request -> {
            hold.renew(id, officer);
            return deeds.add(
                    request,
                    new OfficerAction(OfficerAction.Kind.NOTED, officer.id(), now, OfficerAction.Content.of(text)));
        });
    }

    /// Every step and every deed, oldest first. Empty when the agency has no such case.
    @Transactional
    Optional<List<Happening>> history(RequestId id, Officer officer) {
        return look.find(id, officer).map(request -> {
            look.note(request, officer);
            return Stream.concat(
                            steps.of(id).stream(), deeds.of(request).stream().map(Happening::of))
                    .sorted(Comparator.comparing(Happening::at))
                    .toList();
        });
    }
}
