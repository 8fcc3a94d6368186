package hoso.judicialcert.register.entry;

import hoso.judicialcert.register.conviction.Ban;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Bans in the database.
@Singleton
class BanRows {
    private static final String FIND_BANS = """
            select * from ban b where not exists (select from register_correction c where c.subject_id = b.id)
              and id in (select id from ban where namesake_mark = :namesake
              union select ban_id from ban_number where mark in (:numbers))
            """;
    private static final String ADD_BAN_NUMBER = "insert into ban_number (ban_id, mark) values (:id, :mark)";
    private static final String ADD_BAN = """
            insert into ban (id, judgment_id, key_mark, namesake_mark, content, recorded_by, recorded_at)
            values (:id, cast(:judgment as uuid), :key, :namesake, :content, :sender, :now) on conflict (key_mark) do nothing
            """;

    private final EntityManager entities;
    private final PersonIndexRows index;
    private final SealedEntryJson json;
    private final Clock clock;

    BanRows(EntityManager entities, PersonIndexRows index, SealedEntryJson json, Clock clock) {
        this.entities = entities;
        this.index = index;
        this.json = json;
        this.clock = clock;
    }

    /// Those that still count.
    List<Ban> find(byte[] namesake, List<byte[]> marks) {
        List<?> rows = entities.createNativeQuery(FIND_BANS, BanRow.class)
                .setParameter("namesake", namesake)
                .setParameter("numbers", marks)
                .getResultList();
        return rows.stream().map(row -> json.ban((BanRow) row)).toList();
    }

    Optional<Ban> find(UUID id) {
        return Optional.ofNullable(entities.find(BanRow.class, id)).map(json::ban);
    }

    /// Adds a ban.
    ///
    /// @return the one that is there already; empty when it was added
    Optional<Ban> add(Ban ban, String sender) {
        index.claim(ban.person());
        var key = index.key(ban);
        var judgment = ban.judgment();
        var added = entities.createNativeQuery(ADD_BAN)
                .setParameter("id", ban.id())
                .setParameter("judgment", judgment == null ? null : judgment.toString())
                .setParameter("key", key)
                .setParameter("namesake", index.namesake(ban.person()))
                .setParameter("content", json.seal(ban))
                .setParameter("sender", sender)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (added == 1) {
            index.addNumbers(ADD_BAN_NUMBER, ban.id(), ban.person());
            return Optional.empty();
        }
        return entities.createQuery("from BanRow where keyMark = :key", BanRow.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(json::ban);
    }
}
