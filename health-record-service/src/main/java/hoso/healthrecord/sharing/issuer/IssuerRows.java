package hoso.healthrecord.sharing.issuer;

import hoso.chassis.vault.Vault;
import hoso.healthrecord.sharing.jose.SigningKey;
import hoso.healthrecord.sharing.link.Links;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Keys and revocations in PostgreSQL. Of two first signatures at once, both take the key that was stored first.
@ApplicationScoped
class IssuerRows implements Issuer, PanacheRepositoryBase<IssuerKeyRow, String> {
    /// Whom keys are sealed for in the vault: the service itself.
    private static final UUID SERVICE = new UUID(0, 1);

    private static final String FIRST = """
            insert into issuer_key (id, made_at, secret) select :id, :now, :secret
            where not exists (select 1 from issuer_key)
            """;
    private static final String REVOKE = """
            insert into revoked_card (key_id, rid, revoked_at) values (:key, :rid, :now) on conflict do nothing
            """;
    private static final String REVOKED = "select rid from revoked_card where key_id = :key order by revoked_at, rid";

    private final Vault vault;
    private final Links links;
    private final Clock clock;

    IssuerRows(Vault vault, Links links, Clock clock) {
        this.vault = vault;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public String address() {
        return links.issuer();
    }

    @Override
    @Transactional
    public Signed sign(byte[] payload, Map<String, String> headers) {
        var key = signingKeys().getFirst();
        return new Signed(key.id(), key.sign(payload, headers));
    }

    @Override
    @Transactional
    public List<PublicKey> keys() {
        return signingKeys().stream()
                .map(key -> new PublicKey(key.id(), key.publicKey()))
                .toList();
    }

    private List<SigningKey> signingKeys() {
        var known = stored();
        if (known.isEmpty()) {
            var _ = getEntityManager()
                    .createNativeQuery("lock table issuer_key in share row exclusive mode")
                    .executeUpdate();
            var made = SigningKey.make();
            var _ = getEntityManager()
                    .createNativeQuery(FIRST)
                    .setParameter("id", made.id())
                    .setParameter("now", clock.instant())
                    .setParameter("secret", vault.seal(SERVICE, made.secret().getBytes(StandardCharsets.UTF_8)))
                    .executeUpdate();
            known = stored();
        }
        return known;
    }

    private List<SigningKey> stored() {
        return list("order by madeAt desc").stream()
                .map(row -> new SigningKey(row.id, new String(vault.open(SERVICE, row.secret), StandardCharsets.UTF_8)))
                .toList();
    }

    @Override
    public void revoke(String key, String rid) {
        var _ = getEntityManager()
                .createNativeQuery(REVOKE)
                .setParameter("key", key)
                .setParameter("rid", rid)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    @Transactional
    public List<String> revoked(String key) {
        List<?> rids = getEntityManager()
                .createNativeQuery(REVOKED)
                .setParameter("key", key)
                .getResultList();
        return rids.stream().map(String.class::cast).toList();
    }
}
