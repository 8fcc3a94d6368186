package hoso.healthrecord.visit;

import hoso.chassis.page.Cursor;
import hoso.chassis.vault.Vault;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.person.Demographics;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Held visits in PostgreSQL, each sealed with a key of its own until it moves into a record.
@ApplicationScoped
class HeldVisitRows implements HeldVisits {
    private static final String WAITING = """
            select id, facility, admittedAt, heldAt from HeldVisitRow
            where recordId = (select r.id from HealthRecordRow r where r.citizenId = ?1) and disownedAt is null
            """;

    private final EpisodeRows episodes;
    private final VisitRows visits;
    private final EntityManager entities;
    private final Vault vault;

    HeldVisitRows(EpisodeRows episodes, VisitRows visits, EntityManager entities, Vault vault) {
        this.episodes = episodes;
        this.visits = visits;
        this.entities = entities;
        this.vault = vault;
    }

    @Override
    public List<Waiting> waitingFor(UUID citizen, @Nullable Cursor after, int limit) {
        var order = " order by heldAt desc, id desc";
        var query = after == null
                ? entities.createQuery(WAITING + order, Waiting.class)
                : entities.createQuery(WAITING + " and (heldAt, id) < (?2, ?3)" + order, Waiting.class)
                        .setParameter(2, after.at())
                        .setParameter(3, after.id());
        return query.setParameter(1, citizen).setMaxResults(limit).getResultList();
    }

    @Override
    public boolean lock(UUID citizen, UUID visit) {
        return episodes.lock(citizen, visit);
    }

    @Override
    public Optional<Demographics> patient(UUID record, UUID visit) {
        return apart(record, visit)
                .filter(row -> row.disownedAt == null)
                .map(row -> new Demographics(row.demographics));
    }

    @Override
    public boolean isFiled(UUID record, UUID visit) {
        return visits.findByIdOptional(new VisitRow.Key(record, visit)).isPresent();
    }

    @Override
    public Visit file(UUID record, UUID visit) {
        var held = apart(record, visit).orElseThrow(() -> new IllegalStateException("visit " + visit + " waits"));
        var summary = vault.open(held.id, held.summary);
        var said = visits.read(held.id, summary);
        var row = new VisitRow();
        row.recordId = record;
        row.id = held.id;
        row.facility = held.facility;
        row.episode = held.episode;
        row.admittedAt = held.admittedAt;
        row.dischargedAt = said.header().dischargedAt();
        row.receivedAt = held.receivedAt;
        row.format = held.format;
        row.version = held.version;
        row.demographics = held.demographics;
        row.rules = held.rules;
        row.summary = vault.seal(record, summary);
        visits.persist(row);
        var document = new DocumentRow();
        document.recordId = record;
        document.id = held.id;
        document.sha256 = held.sha256;
        document.document = vault.seal(record, vault.open(held.id, held.document));
        document.persist();
        held.delete();
        episodes.settle(row.facility, row.episode, record, null);
        return said;
    }

    @Override
    public Optional<Disowned> disown(UUID record, UUID visit, Instant now) {
        var found = apart(record, visit)
                .or(() -> visits.findByIdOptional(new VisitRow.Key(record, visit))
                        .map(row -> visits.putApart(row, HeldBecause.NOT_MINE, now)));
        return found.map(row -> {
            var again = row.disownedAt != null;
            if (!again) {
                row.disownedAt = now;
                episodes.settle(row.facility, row.episode, null, record);
            }
            return new Disowned(row.facility, again);
        });
    }

    private static Optional<HeldVisitRow> apart(UUID record, UUID visit) {
        return HeldVisitRow.<HeldVisitRow>find("id = ?1 and recordId = ?2", visit, record)
                .firstResultOptional();
    }
}
