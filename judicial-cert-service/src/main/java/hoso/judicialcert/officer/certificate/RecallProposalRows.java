package hoso.judicialcert.officer.certificate;

import hoso.chassis.page.Cursor;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Recalls that one officer of an agency found right and another has to, oldest first, as long as the certificate
/// counts and nobody rejected it. What this officer found is not among them, nor what is about this officer.
@ApplicationScoped
class RecallProposalRows {
    private static final String WAITING = """
            select d.id, d.at, d.request_id, d.officer
            from case_deed d join certificate_request r on r.id = d.request_id
            where d.kind = 'RECALL_PROPOSED' and d.agency = :agency and d.officer <> :officer
              and r.status in ('ISSUED', 'DELIVERED')
              and r.subject <> :officer and (r.requester is null or r.requester <> :officer)
              and not exists (select 1 from case_deed later
                              where later.request_id = d.request_id and later.kind = 'RECALL_REJECTED'
                                and (later.at, later.id) > (d.at, d.id))
            """;
    private static final String AFTER = " and (d.at, d.id) > (:at, :id)";

    private final EntityManager entities;

    RecallProposalRows(EntityManager entities) {
        this.entities = entities;
    }

    /// One that waits.
    record Waiting(Cursor place, RequestId request, OfficerId officer) {}

    List<Waiting> next(Officer officer, @Nullable Cursor after, int limit) {
        var query = entities.createNativeQuery(
                        WAITING + (after == null ? "" : AFTER) + " order by d.at, d.id", Tuple.class)
                .setParameter("agency", officer.agency())
                .setParameter("officer", officer.id().value())
                .setMaxResults(limit);
        if (after != null) {
            query.setParameter("at", after.at()).setParameter("id", after.id());
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Waiting(
                        new Cursor(row.get("at", Instant.class), row.get("id", UUID.class)),
                        new RequestId(row.get("request_id", UUID.class)),
                        new OfficerId(row.get("officer", UUID.class))))
                .toList();
    }
}
