package hoso.judicialcert.officer.casework;

import hoso.judicialcert.person.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/// The steps of a case as its citizen sees them.
@ApplicationScoped
class StepRows {
    private static final String STEPS =
            "select at, step from timeline_entry where request_id = :request order by at, id";

    private final EntityManager entities;

    StepRows(EntityManager entities) {
        this.entities = entities;
    }

    List<Happening> of(RequestId request) {
        List<?> rows = entities.createNativeQuery(STEPS, Tuple.class)
                .setParameter("request", request.value())
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new Happening(row.get("at", Instant.class), row.get("step", String.class), null))
                .toList();
    }
}
