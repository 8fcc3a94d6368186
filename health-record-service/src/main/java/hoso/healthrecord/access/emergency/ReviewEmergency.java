package hoso.healthrecord.access.emergency;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.healthrecord.access.emergency.EmergencyAccess.Answer;
import hoso.healthrecord.access.emergency.EmergencyAccess.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The privacy officer of a facility looks at each access in an emergency that its people made.
@ApplicationScoped
class ReviewEmergency {
    private final EmergencyAccesses accesses;
    private final Clock clock;

    ReviewEmergency(EmergencyAccesses accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    @Transactional
    Page<EmergencyAccess> queue(String facility, boolean isClosed, @Nullable Cursor after, int limit) {
        var rows = accesses.ofFacility(facility, isClosed, after, limit + 1);
        return Page.of(rows, limit, one -> new Cursor(one.openedAt(), one.id()));
    }

    @Transactional
    Optional<Answer> take(String facility, UUID id, UUID officer) {
        return answer(facility, id, (one, now) -> one.take(officer, now));
    }

    @Transactional
    Optional<Answer> close(String facility, UUID id, UUID officer, Finding finding, String text) {
        return answer(facility, id, (one, now) -> one.close(officer, finding, text, now));
    }

    private Optional<Answer> answer(String facility, UUID id, BiFunction<EmergencyAccess, Instant, Answer> how) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return accesses.locked(id)
                .filter(one -> one.by().facility().equals(facility))
                .map(one -> how.apply(one, now))
                .map(answer -> {
                    if (answer instanceof Answer.Became(var access)) {
                        accesses.save(access);
                    }
                    return answer;
                });
    }
}
