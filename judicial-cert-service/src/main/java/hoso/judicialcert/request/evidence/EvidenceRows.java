package hoso.judicialcert.request.evidence;

import hoso.chassis.id.Ids;
import hoso.chassis.vault.Vault;
import hoso.judicialcert.request.evidence.Evidence.Use;
import hoso.judicialcert.work.Turns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Files in the database. One that waits is sealed with a key of its own; attached, with the key of the person the case
/// is about, so that it is forgotten with them.
@ApplicationScoped
class EvidenceRows implements PanacheRepositoryBase<EvidenceRow, UUID> {
    private static final String ADD = "insert into evidence_content (evidence_id, content) values (:id, :content)";
    private static final String READ = "select content from evidence_content where evidence_id = :id";
    private static final String CHANGE = "update evidence_content set content = :content where evidence_id = :id";

    private final Vault vault;
    private final Turns turns;
    private final Ids ids;
    private final Clock clock;

    EvidenceRows(Vault vault, Ids ids, Clock clock, Turns turns) {
        this.turns = turns;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
    }

    /// How many files of an owner wait; whoever counts at the same moment waits for the end of this transaction.
    long waiting(Owner owner) {
        turns.await("evidence:" + owner.name());
        return count("owner = ?1 and requestId is null", owner.name());
    }

    Evidence add(Owner owner, FileKind kind, String digest, byte[] content) {
        var row = new EvidenceRow();
        row.id = ids.next();
        row.owner = owner.name();
        row.kind = kind.name();
        row.size = content.length;
        row.digest = digest;
        row.storedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.sealedFor = row.id;
        persistAndFlush(row);
        write(ADD, row.id, vault.seal(row.id, content));
        return evidence(row);
    }

    Optional<Evidence> find(UUID id, Owner owner) {
        return find("id = ?1 and owner = ?2", id, owner.name())
                .firstResultOptional()
                .map(EvidenceRows::evidence);
    }

    /// The same, held until the transaction ends: of two cases at once only one gets it.
    Optional<Evidence> lock(UUID id, Owner owner) {
        return find("id = ?1 and owner = ?2", id, owner.name())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(EvidenceRows::evidence);
    }

    void attach(UUID id, UUID request, UUID subject, Use use) {
        var row = findById(id);
        var content = vault.open(row.sealedFor, sealed(id));
        write(CHANGE, id, vault.seal(subject, content));
        vault.forget(row.sealedFor);
        row.requestId = request;
        row.usedFor = use.name();
        row.sealedFor = subject;
    }

    List<Evidence> of(UUID request) {
        return list("requestId = ?1 order by storedAt, id", request).stream()
                .map(EvidenceRows::evidence)
                .toList();
    }

    Optional<Evidence> find(UUID id, UUID request) {
        return find("id = ?1 and requestId = ?2", id, request)
                .firstResultOptional()
                .map(EvidenceRows::evidence);
    }

    byte[] content(UUID id) {
        return vault.open(findById(id).sealedFor, sealed(id));
    }

    List<UUID> leftAlone(Instant since, int limit) {
        return find("requestId is null and storedAt < ?1 order by storedAt", since).page(0, limit).list().stream()
                .map(row -> row.id)
                .toList();
    }

    /// Drops one that waits; false when it was attached, or dropped, in the meantime.
    boolean drop(UUID id) {
        var isDropped = delete("id = ?1 and requestId is null", id) == 1;
        if (isDropped) {
            vault.forget(id);
        }
        return isDropped;
    }

    private void write(String sql, UUID id, byte[] sealed) {
        getEntityManager()
                .createNativeQuery(sql)
                .setParameter("id", id)
                .setParameter("content", sealed)
                .executeUpdate();
    }

    private byte[] sealed(UUID id) {
        return (byte[]) Objects.requireNonNull(getEntityManager()
                .createNativeQuery(READ)
                .setParameter("id", id)
                .getSingleResult());
    }

    private static Evidence evidence(EvidenceRow row) {
        return new Evidence(
                row.id,
                FileKind.valueOf(row.kind),
                row.size,
                row.digest,
                row.storedAt,
                row.requestId,
                row.usedFor == null ? null : Use.valueOf(row.usedFor));
    }
}
