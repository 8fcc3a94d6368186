package hoso.judicialcert.officer.letter;

import hoso.judicialcert.person.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Dates by which a case should have been ready, and was not.
@ApplicationScoped
class MissedRows {
    private static final String LAST_MISSED = """
            select m.at, m.new_date,
                   (select s.step from timeline_entry s
                    where s.request_id = m.request_id and s.step in (:statuses) and (s.at, s.id) < (m.at, m.id)
                    order by s.at desc, s.id desc limit 1) as stood
            from timeline_entry m where m.request_id = :request and m.step = 'DEADLINE_MISSED'
            order by m.at desc limit 1
            """;

    private final EntityManager entities;

    MissedRows(EntityManager entities) {
        this.entities = entities;
    }

    /// A date that was missed.
    ///
    /// @param newDate the one that was named instead; null in cases of before it was kept
    /// @param stood the status at which the case was late
    record Missed(Instant at, @Nullable Instant newDate, String stood) {}

    /// The last date that was missed; empty when none was.
    ///
    /// @param statuses the names of all
    Optional<Missed> last(RequestId request, Set<String> statuses) {
        List<?> rows = entities.createNativeQuery(LAST_MISSED, Tuple.class)
                .setParameter("request", request.value())
                .setParameter("statuses", statuses)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Tuple.class::cast)
                .map(row -> new Missed(
                        row.get("at", Instant.class),
                        row.get("new_date", Instant.class),
                        row.get("stood", String.class)));
    }
}
