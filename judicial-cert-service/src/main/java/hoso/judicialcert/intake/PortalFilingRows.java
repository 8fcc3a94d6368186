package hoso.judicialcert.intake;

import hoso.judicialcert.person.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which dossier of the portal is which request.
@ApplicationScoped
class PortalFilingRows {
    private static final String CLAIM = """
            insert into portal_filing (organisation, portal_code, fingerprint)
            values (:organisation, :code, :fingerprint) on conflict do nothing
            """;
    private static final String BIND = """
            update portal_filing set request_id = :request where organisation = :organisation and portal_code = :code
            """;
    private static final String FIND = """
            select fingerprint, request_id from portal_filing
            where organisation = :organisation and portal_code = :code and request_id is not null
            """;
    private static final String CHANGES = """
            select p.portal_code, t.request_id, t.at, t.step, t.id,
                   cast(cast(t.written_in as text) as bigint) as written
            from timeline_entry t join portal_filing p on p.request_id = t.request_id
            where p.organisation = :organisation and t.step in (:steps)
              and t.written_in < cast(cast(:horizon as text) as xid8)
              and (t.written_in, t.id) > (cast(cast(:written as text) as xid8), cast(:id as uuid))
            order by t.written_in, t.id limit :limit
            """;

    /// Whatever was written before it is committed or never will be.
    private static final String HORIZON =
            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";

    private final EntityManager entities;

    PortalFilingRows(EntityManager entities) {
        this.entities = entities;
    }

    record Filed(String fingerprint, RequestId request) {}

    /// A step of a case of the portal.
    ///
    /// @param written in which transaction; with the id its place among all changes
    record Change(String portalCode, UUID request, Instant at, String step, UUID id, long written) {}

    /// @param next where to go on
    record Changes(List<Change> items, String next) {}

    /// Takes a code for a dossier; false when it is taken, or somebody else is just taking it and then has it.
    boolean claim(String organisation, String code, String fingerprint) {
        return entities.createNativeQuery(CLAIM)
                        .setParameter("organisation", organisation)
                        .setParameter("code", code)
                        .setParameter("fingerprint", fingerprint)
                        .executeUpdate()
                == 1;
    }

    void bind(String organisation, String code, RequestId request) {
        entities.createNativeQuery(BIND)
                .setParameter("request", request.value())
                .setParameter("organisation", organisation)
                .setParameter("code", code)
                .executeUpdate();
    }

    Optional<Filed> find(String organisation, String code) {
        List<?> found = entities.createNativeQuery(FIND, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("code", code)
                .getResultList();
        return found.stream()
                .findFirst()
                .map(Tuple.class::cast)
                .map(row -> new Filed(
                        row.get("fingerprint", String.class), new RequestId(row.get("request_id", UUID.class))));
    }

    /// In the order in which they became visible, after a place.
    @Transactional
    Changes changes(String organisation, Collection<String> steps, long written, UUID id, int limit) {
        // Read first: what the second statement sees beyond is for the next time.
        var horizon = ((Number) entities.createNativeQuery(HORIZON).getSingleResult()).longValue();
        List<?> found = entities.createNativeQuery(CHANGES, Tuple.class)
                .setParameter("organisation", organisation)
                .setParameter("steps", steps)
                .setParameter("written", Long.toString(written))
                .setParameter("id", id.toString())
                .setParameter("horizon", Long.toString(horizon))
                .setParameter("limit", limit)
                .getResultList();
        var changes = found.stream()
                .map(Tuple.class::cast)
                .map(row -> new Change(
                        row.get("portal_code", String.class),
                        row.get("request_id", UUID.class),
                        row.get("at", Instant.class),
                        row.get("step", String.class),
                        row.get("id", UUID.class),
                        row.get("written", Long.class)))
                .toList();
        if (changes.size() == limit) {
            return new Changes(
                    changes,
                    place(changes.getLast().written(), changes.getLast().id()));
        }
        // There are no more up to there: the next time begins there, whosever changes lie in between.
        return new Changes(changes, horizon > written ? place(horizon, new UUID(0, 0)) : place(written, id));
    }

    private static String place(long written, UUID id) {
        return written + "." + id;
    }
}
