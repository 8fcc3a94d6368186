package hoso.judicialcert.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;

/// How often an organisation named somebody on a day who is not so.
@ApplicationScoped
class FailedIdentificationRows {
    private static final String COUNT = """
            insert into failed_identification (organisation, day, failed) values (:organisation, :day, 1)
            on conflict (organisation, day) do update set failed = failed_identification.failed + 1
            """;
    private static final String OF = """
            select failed from failed_identification where organisation = :organisation and day = :day
            """;

    private final EntityManager entities;

    FailedIdentificationRows(EntityManager entities) {
        this.entities = entities;
    }

    @Transactional
    int of(String organisation, LocalDate day) {
        List<?> found = entities.createNativeQuery(OF)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .getResultList();
        return found.stream().findFirst().map(Integer.class::cast).orElse(0);
    }

    @Transactional
    void count(String organisation, LocalDate day) {
        entities.createNativeQuery(COUNT)
                .setParameter("organisation", organisation)
                .setParameter("day", day)
                .executeUpdate();
    }
}
