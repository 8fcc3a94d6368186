package hoso.judicialcert.agency;

import hoso.chassis.vault.BlindIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/// How often an agency was refused about a person on a day, as far as it matters: a journal that is only ever added to
/// must not be filled by questions that are not answered.
@ApplicationScoped
class RefusalRows {
    private static final int MOST = 3;
    private static final String COUNT = """
            insert into agency_refusal (organisation, about, day, noted) values (:organisation, :about, :day, 1)
            on conflict (organisation, about, day)
            do update set noted = agency_refusal.noted + 1 where agency_refusal.noted < :most
            """;

    private final EntityManager entities;
    private final BlindIndex blindIndex;

    RefusalRows(EntityManager entities, BlindIndex blindIndex) {
        this.entities = entities;
        this.blindIndex = blindIndex;
    }

    /// Whether one more refusal is to be written down: the first few of a day (Hà Nội) are.
    ///
    /// @param about a citizen's id, or a personal number
    @Transactional(TxType.MANDATORY)
    boolean isToBeNoted(String organisation, String about, LocalDate day) {
        return entities.createNativeQuery(COUNT)
                        .setParameter("organisation", organisation)
                        .setParameter("about", blindIndex.of("refusal:" + about))
                        .setParameter("day", day)
                        .setParameter("most", MOST)
                        .executeUpdate()
                == 1;
    }
}
