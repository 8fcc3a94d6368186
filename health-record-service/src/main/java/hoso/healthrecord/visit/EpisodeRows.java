package hoso.healthrecord.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The episodes of all facilities in PostgreSQL: each once, with the receipts of its versions.
@ApplicationScoped
class EpisodeRows {
    private static final String CLAIM = """
            insert into ingest_key (facility, episode, visit_id, sha256, fingerprint, received_at)
            values (:facility, :episode, :visit, :sha256, :fingerprint, :now) on conflict do nothing
            """;
    private static final String LOCK = """
            select visit_id, version, record_id, disowned_by, retracted_at, retracted_because from ingest_key
            where facility = :facility and episode = :episode for update
            """;
    private static final String OF_CITIZEN = """
            with own as (select id from health_record where citizen_id = :citizen)
            select v.facility, v.episode from visit v where v.record_id = (select id from own) and v.id = :visit
            union all
            select h.facility, h.episode from held_visit h where h.record_id = (select id from own) and h.id = :visit
            """;
    private static final String FIRST = """
            select status, held_because from ingest_key
            where facility = :facility and episode = :episode and (sha256 = :sha256 or fingerprint = :fingerprint)
            """;
    private static final String LATER = """
            select version, status, held_because from ingest_version
            where facility = :facility and episode = :episode and fingerprint = :fingerprint
            """;
    private static final String KEEP_FIRST = """
            update ingest_key set status = :status, held_because = :because, record_id = cast(cast(:record as text) as uuid)
            where facility = :facility and episode = :episode
            """;
    private static final String KEEP_LATER = """
            insert into ingest_version (facility, episode, version, fingerprint, status, held_because, received_at)
            values (:facility, :episode, :version, :fingerprint, :status, :because, :now)
            """;
    private static final String MOVE = """
            update ingest_key set version = :version, record_id = cast(cast(:record as text) as uuid), retracted_at = null, retracted_because = null
            where facility = :facility and episode = :episode
            """;
    private static final String SETTLE = """
            update ingest_key set record_id = cast(cast(:record as text) as uuid),
                disowned_by = cast(cast(:disowned as text) as uuid)
            where facility = :facility and episode = :episode
            """;
    private static final String RETRACT = """
            update ingest_key set retracted_at = :now, retracted_because = :because
            where facility = :facility and episode = :episode
            """;

    private final EntityManager entities;

    EpisodeRows(EntityManager entities) {
        this.entities = entities;
    }

    /// Claims the episode for this visit, or finds who did. Of many at once one claims it; the others wait here until
    /// its transaction ends.
    Episode lock(IncomingVisit arrived, UUID visitId, Instant now) {
        var header = arrived.visit().header();
        var fresh = entities.createNativeQuery(CLAIM)
                        .setParameter("facility", header.facility())
                        .setParameter("episode", header.episode())
                        .setParameter("visit", visitId)
                        .setParameter("sha256", arrived.sha256())
                        .setParameter("fingerprint", arrived.fingerprint())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
        return locked(header.facility(), header.episode(), fresh)
                .orElseThrow(() -> new IllegalStateException("an episode just claimed"));
    }

    /// The episode of a facility, if it was ever filed.
    Optional<Episode> lock(String facility, String episode) {
        return locked(facility, episode, false);
    }

    /// Locks the episode of a visit that lies in the record of this citizen, or apart under its number.
    ///
    /// @return is there such a visit?
    boolean lock(UUID citizen, UUID visitId) {
        var found = first(entities.createNativeQuery(OF_CITIZEN, Tuple.class)
                .setParameter("citizen", citizen)
                .setParameter("visit", visitId));
        return found.isPresent()
                && lock(found.get().get("facility", String.class), found.get().get("episode", String.class))
                        .isPresent();
    }

    private Optional<Episode> locked(String facility, String episode, boolean fresh) {
        return first(entities.createNativeQuery(LOCK, Tuple.class)
                        .setParameter("facility", facility)
                        .setParameter("episode", episode))
                .map(row -> new Episode(
                        facility,
                        episode,
                        row.get("visit_id", UUID.class),
                        fresh,
                        row.get("version", Integer.class),
                        row.get("record_id", UUID.class),
                        row.get("disowned_by", UUID.class),
                        retraction(row)));
    }

    private static Optional<Tuple> first(Query query) {
        var rows = query.getResultList();
        return rows.isEmpty() ? Optional.empty() : Optional.of((Tuple) rows.getFirst());
    }

    private static @Nullable Retraction retraction(Tuple row) {
        var at = row.get("retracted_at", Instant.class);
        return at == null
                ? null
                : new Retraction(at, RetractedBecause.valueOf(row.get("retracted_because", String.class)));
    }

    /// The receipt that this content got before, whichever version it was.
    Optional<Receipt> receipt(Episode episode, IncomingVisit arrived) {
        return first(entities.createNativeQuery(FIRST, Tuple.class)
                        .setParameter("facility", episode.facility())
                        .setParameter("episode", episode.episode())
                        .setParameter("sha256", arrived.sha256())
                        .setParameter("fingerprint", arrived.fingerprint()))
                .map(row -> receipt(episode, 1, row))
                .or(() -> later(episode, arrived));
    }

    private Optional<Receipt> later(Episode episode, IncomingVisit arrived) {
        return first(entities.createNativeQuery(LATER, Tuple.class)
                        .setParameter("facility", episode.facility())
                        .setParameter("episode", episode.episode())
                        .setParameter("fingerprint", arrived.fingerprint()))
                .map(row -> receipt(episode, row.get("version", Integer.class), row));
    }

    private static Receipt receipt(Episode episode, int version, Tuple row) {
        var because = row.get("held_because", String.class);
        return new Receipt(
                episode.visitId(),
                episode.facility(),
                episode.episode(),
                version,
                Receipt.Status.valueOf(row.get("status", String.class)),
                because == null ? null : HeldBecause.valueOf(because));
    }

    /// Keeps the receipt of a version, and where it lies.
    ///
    /// @param record the record it was filed in; absent when it is held
    Receipt keep(
            Episode episode,
            IncomingVisit arrived,
            int version,
            @Nullable UUID record,
            @Nullable HeldBecause because,
            Instant now) {
        var status = because == null ? Receipt.Status.FILED : Receipt.Status.HELD;
        var reason = because == null ? null : because.name();
        if (version == 1) {
            var _ = entities.createNativeQuery(KEEP_FIRST)
                    .setParameter("status", status.name())
                    .setParameter("because", reason)
                    .setParameter("record", record == null ? null : record.toString())
                    .setParameter("facility", episode.facility())
                    .setParameter("episode", episode.episode())
                    .executeUpdate();
        } else {
            var _ = entities.createNativeQuery(KEEP_LATER)
                    .setParameter("facility", episode.facility())
                    .setParameter("episode", episode.episode())
                    .setParameter("version", version)
                    .setParameter("fingerprint", arrived.fingerprint())
                    .setParameter("status", status.name())
                    .setParameter("because", reason)
                    .setParameter("now", now)
                    .executeUpdate();
            move(episode.facility(), episode.episode(), version, record);
        }
        return new Receipt(episode.visitId(), episode.facility(), episode.episode(), version, status, because);
    }

    /// Notes where the latest version of an episode lies now.
    void move(String facility, String episode, int version, @Nullable UUID record) {
        var _ = entities.createNativeQuery(MOVE)
                .setParameter("version", version)
                .setParameter("record", record == null ? null : record.toString())
                .setParameter("facility", facility)
                .setParameter("episode", episode)
                .executeUpdate();
    }

    /// Notes that a visit was accepted into a record, or that the owner of one said it is not theirs.
    void settle(String facility, String episode, @Nullable UUID record, @Nullable UUID disownedBy) {
        var _ = entities.createNativeQuery(SETTLE)
                .setParameter("record", record == null ? null : record.toString())
                .setParameter("disowned", disownedBy == null ? null : disownedBy.toString())
                .setParameter("facility", facility)
                .setParameter("episode", episode)
                .executeUpdate();
    }

    void retract(Episode episode, Retraction retraction) {
        var _ = entities.createNativeQuery(RETRACT)
                .setParameter("now", retraction.at())
                .setParameter("because", retraction.because().name())
                .setParameter("facility", episode.facility())
                .setParameter("episode", episode.episode())
                .executeUpdate();
    }
}
