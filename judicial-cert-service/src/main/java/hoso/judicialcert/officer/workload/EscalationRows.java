package hoso.judicialcert.officer.workload;

import hoso.chassis.page.Cursor;
import hoso.judicialcert.officer.queue.Officer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Steps that took too long, in the database: one row per step of a case.
@ApplicationScoped
class EscalationRows {
    private static final String OVERDUE = """
            select id from certificate_request r
            where step_due_at <= :now
              and not exists (select from escalation e
                              where e.request_id = r.id and e.step = r.status and e.since = r.since)
            order by step_due_at, id limit :limit
            """;
    private static final String ADD = """
            insert into escalation (request_id, step, since, agency, due_at, at)
            select id, status, since, agency, step_due_at, :now from certificate_request
            where id = :request and step_due_at <= :now
            on conflict do nothing
            """;
    private static final String OPEN = """
            select e.request_id, r.dossier_code, e.step, e.since, e.due_at, e.at, c.officer
            from escalation e
            join certificate_request r on r.id = e.request_id and r.status = e.step and r.since = e.since
            left join case_claim c on c.request_id = e.request_id and c.until > :now
            where e.agency = :agency and r.subject <> :officer and (r.requester is null or r.requester <> :officer)
            """;
    private static final String AFTER = " and (e.due_at, e.request_id) > (:at, :id)";
    private static final String ORDER = " order by e.due_at, e.request_id";

    private final EntityManager entities;

    EscalationRows(EntityManager entities) {
        this.entities = entities;
    }

    /// Cases whose step took too long and was not told yet, the longest first.
    List<UUID> overdue(Instant now, int limit) {
        List<?> rows = entities.createNativeQuery(OVERDUE)
                .setParameter("now", now)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /// Tells of the step at hand, once.
    ///
    /// @return false when it was told, or done, in the meantime
    boolean add(UUID request, Instant now) {
        return entities.createNativeQuery(ADD)
                        .setParameter("request", request)
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /// Those of an agency that are not done yet, the longest overdue first.
    List<Escalation> open(Officer officer, @Nullable Cursor after, Instant now, int limit) {
        var query = entities.createNativeQuery(OPEN + (after == null ? "" : AFTER) + ORDER, Tuple.class)
                .setParameter("agency", officer.agency())
                .setParameter("officer", officer.id().value())
                .setParameter("now", now)
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Escalation(
                        row.get("request_id", UUID.class),
                        row.get("dossier_code", String.class),
                        row.get("step", String.class),
                        row.get("since", Instant.class),
                        row.get("due_at", Instant.class),
                        row.get("at", Instant.class),
                        row.get("officer", UUID.class)))
                .toList();
    }
}
