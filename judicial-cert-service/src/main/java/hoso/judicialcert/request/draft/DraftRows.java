package hoso.judicialcert.request.draft;

import hoso.chassis.id.Ids;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.request.filing.RequestBody;
import hoso.judicialcert.work.Turns;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Drafts in the database; each question carries the citizen.
@ApplicationScoped
class DraftRows implements PanacheRepositoryBase<DraftRow, UUID> {
    private final SealedJson sealed;
    private final Turns turns;
    private final Ids ids;
    private final Clock clock;

    DraftRows(SealedJson sealed, Ids ids, Clock clock, Turns turns) {
        this.turns = turns;
        this.sealed = sealed;
        this.ids = ids;
        this.clock = clock;
    }

    List<DraftJson> of(CitizenId citizen) {
        return list("citizen = ?1 order by touchedAt desc", citizen.value()).stream()
                .map(this::draft)
                .toList();
    }

    Optional<DraftJson> find(UUID id, CitizenId citizen) {
        return find("id = ?1 and citizen = ?2", id, citizen.value())
                .firstResultOptional()
                .map(this::draft);
    }

    /// The same, held: of two changes at once the second sees what the first made of it.
    Optional<DraftJson> lock(UUID id, CitizenId citizen) {
        return find("id = ?1 and citizen = ?2", id, citizen.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::draft);
    }

    /// How many a citizen has; whoever counts at the same moment waits for the end of this transaction.
    long count(CitizenId citizen) {
        turns.await("draft:" + citizen.value());
        return count("citizen", citizen.value());
    }

    DraftJson add(CitizenId citizen, RequestBody form) {
        var row = new DraftRow();
        row.id = ids.next();
        row.citizen = citizen.value();
        row.form = sealed.seal(citizen.value(), form);
        row.touchedAt = clock.instant();
        persistAndFlush(row);
        return draft(row);
    }

    DraftJson change(UUID id, RequestBody form) {
        var row = findById(id);
        row.form = sealed.seal(row.citizen, form);
        row.touchedAt = clock.instant();
        flush();
        return draft(row);
    }

    void drop(UUID id) {
        deleteById(id);
    }

    /// Those nobody touched since then.
    long sweep(Instant since) {
        return delete("touchedAt < ?1", since);
    }

    private DraftJson draft(DraftRow row) {
        var form = sealed.open(row.citizen, row.form, RequestBody.class);
        return new DraftJson(row.id, form, row.touchedAt, row.version);
    }
}
