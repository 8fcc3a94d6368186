package hoso.healthrecord.filing.slip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Used slips in PostgreSQL: the primary key lets each in once.
@ApplicationScoped
class SlipUseRows implements SlipUses {
    private static final String OF = """
            select used_by, used_at from slip_use
            where record_id = :record and kind = :kind and facility = :facility and number = :number
            """;
    private static final String USE = """
            insert into slip_use (record_id, kind, facility, number, used_by, used_at)
            values (:record, :kind, :facility, :number, :by, :at) on conflict do nothing
            """;

    private final EntityManager entities;

    SlipUseRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Use> of(UUID record, Slip slip) {
        List<?> rows =
                slip(entities.createNativeQuery(OF, Tuple.class), record, slip).getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Use(row.get("used_by", String.class), row.get("used_at", Instant.class)))
                .findFirst();
    }

    @Override
    public boolean use(UUID record, Slip slip, Use use) {
        return slip(entities.createNativeQuery(USE), record, slip)
                        .setParameter("by", use.facility())
                        .setParameter("at", use.at())
                        .executeUpdate()
                == 1;
    }

    private static Query slip(Query query, UUID record, Slip slip) {
        return query.setParameter("record", record)
                .setParameter("kind", slip.kind().name())
                .setParameter("facility", slip.facility())
                .setParameter("number", slip.number());
    }
}
