package hoso.judicialcert.work;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/// Turns as locks of the database, which end with the transaction.
@ApplicationScoped
class TurnRows implements Turns {
    private static final String WAIT = "select cast(pg_advisory_xact_lock(hashtextextended(:of, 0)) as text)";

    private final EntityManager database;

    TurnRows(EntityManager database) {
        this.database = database;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void await(String of) {
        database.createNativeQuery(WAIT).setParameter("of", of).getSingleResult();
    }
}
