package hoso.healthrecord.sharing.card;

import hoso.chassis.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Cards in PostgreSQL, each asked for by the record that its owner integrated.
@ApplicationScoped
class CardRows implements PanacheRepositoryBase<CardRow, CardRow.Key> {
    private static final String OWN = "recordId = (select r.id from HealthRecordRow r where r.citizenId = ?1)";
    private static final int MOST = 100;

    private final Vault vault;

    CardRows(Vault vault) {
        this.vault = vault;
    }

    void add(Card card) {
        var row = new CardRow();
        row.recordId = card.record();
        row.id = card.id();
        row.keyId = card.key();
        row.rid = card.rid();
        row.jws = vault.seal(card.record(), card.jws().getBytes(StandardCharsets.UTF_8));
        row.issuedAt = card.issuedAt();
        row.until = card.until();
        persist(row);
    }

    void save(Card card) {
        findById(new CardRow.Key(card.record(), card.id())).revokedAt = card.revokedAt();
    }

    Optional<Card> find(UUID owner, UUID id) {
        return find(OWN + " and id = ?2", owner, id).firstResultOptional().map(this::card);
    }

    Optional<Card> lock(UUID owner, UUID id) {
        return find(OWN + " and id = ?2", owner, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::card);
    }

    /// The newest first.
    List<Card> all(UUID owner) {
        return find(OWN + " order by issuedAt desc, id desc", owner).range(0, MOST - 1).stream()
                .map(this::card)
                .toList();
    }

    private Card card(CardRow row) {
        return new Card(
                row.id,
                row.recordId,
                row.keyId,
                row.rid,
                new String(vault.open(row.recordId, row.jws), StandardCharsets.UTF_8),
                row.issuedAt,
                row.until,
                row.revokedAt);
    }
}
