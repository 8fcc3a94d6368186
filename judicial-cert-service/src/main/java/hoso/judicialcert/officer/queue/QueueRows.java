package hoso.judicialcert.officer.queue;

import hoso.chassis.page.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cases of an agency in the order in which they are expected. What is about the officer is not among them.
@ApplicationScoped
class QueueRows {
    private static final String QUEUE = """
            select id, due_at from certificate_request r
            where agency = :agency and status = :status
              and subject <> :officer and (requester is null or requester <> :officer)
            """;
    private static final String MINE = """
              and exists (select from case_claim c
                          where c.request_id = r.id and c.officer = :officer and c.until > :now)
            """;
    private static final String LATE = " and status <> 'SUPPLEMENT_REQUESTED' and least(due_at, step_due_at) < :now";
    private static final String AFTER = " and (due_at, id) > (:at, :id)";

    private final EntityManager entities;

    QueueRows(EntityManager entities) {
        this.entities = entities;
    }

    /// Those after a place, soonest expected first.
    List<Cursor> next(Officer officer, Queue queue, @Nullable Cursor after, Instant now, int limit) {
        var text = QUEUE
                + (queue.mine() ? MINE : "")
                + (queue.late() ? LATE : "")
                + (after == null ? "" : AFTER)
                + " order by due_at, id";
        var query = entities.createNativeQuery(text, Tuple.class)
                .setParameter("agency", officer.agency())
                .setParameter("status", queue.status())
                .setParameter("officer", officer.id().value())
                .setMaxResults(limit);
        if (queue.mine() || queue.late()) {
            query.setParameter("now", now);
        }
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Cursor(row.get("due_at", Instant.class), row.get("id", UUID.class)))
                .toList();
    }
}
