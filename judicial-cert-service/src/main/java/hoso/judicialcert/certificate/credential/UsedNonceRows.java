package hoso.judicialcert.certificate.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;

/// Used nonces in the database. Each that comes takes a few old ones away.
@ApplicationScoped
class UsedNonceRows implements UsedNonces {
    private static final String SWEEP = """
            delete from used_nonce where mark in (
                select mark from used_nonce where until < :now limit 20 for update skip locked)
            """;
    private final EntityManager entities;
    private final Clock clock;

    UsedNonceRows(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public boolean add(byte[] mark, Instant until) {
        var isNew = entities.createNativeQuery("insert into used_nonce values (:mark, :until) on conflict do nothing")
                        .setParameter("mark", mark)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
        entities.createNativeQuery(SWEEP).setParameter("now", clock.instant()).executeUpdate();
        return isNew;
    }
}
