package hoso.healthrecord.filing.derivation;

import hoso.healthrecord.document.DocumentFormat;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stored visits in PostgreSQL.
@ApplicationScoped
class StoredVisitRows implements StoredVisits {
    private static final String BEGIN =
            "insert into derivation (rules, place, made, began_at) values (:rules, 'HELD', 0, :now) on conflict do nothing";
    private static final String LOCK = """
            select place, subject, visit_id, version, made from derivation
            where rules = :rules and ended_at is null for update skip locked
            """;
    private static final Map<Place, String> NEXT = Map.of(Place.HELD, """
                    select h.id as subject, h.id as visit, h.version, h.format, h.received_at,
                        case when h.rules < :rules then h.document end as document
                    from held_visit h where h.id > :visit order by h.id limit :most
                    """, Place.FILED, """
                    select v.record_id as subject, v.id as visit, v.version, v.format, v.received_at,
                        case when v.rules < :rules then
                            (select d.document from visit_document d where d.record_id = v.record_id and d.visit_id = v.id)
                        end as document
                    from visit v where (v.record_id, v.id) > (:subject, :visit) order by v.record_id, v.id limit :most
                    """, Place.EARLIER, """
                    select e.subject, e.visit_id as visit, e.version, e.format, e.received_at,
                        case when e.rules < :rules then e.document end as document
                    from earlier_version e where (e.subject, e.visit_id, e.version) > (:subject, :visit, :version)
                    order by e.subject, e.visit_id, e.version limit :most
                    """);
    private static final Map<Place, String> REPLACE = Map.of(Place.HELD, """
                    update held_visit set summary = :summary, rules = :rules
                    where id = :visit and version = :version and rules < :rules
                    """, Place.FILED, """
                    update visit set summary = :summary, rules = :rules
                    where record_id = :subject and id = :visit and version = :version and rules < :rules
                    """, Place.EARLIER, """
                    update earlier_version set summary = :summary, rules = :rules
                    where subject = :subject and visit_id = :visit and version = :version and rules < :rules
                    """);
    private static final String MOVE = """
            update derivation set place = :place, subject = cast(cast(:subject as text) as uuid),
                visit_id = cast(cast(:visit as text) as uuid), version = :version, made = :made
            where rules = :rules
            """;
    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;

    StoredVisitRows(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public boolean isEnded(int rules) {
        return !entities.createNativeQuery("select 1 from derivation where rules = :rules and ended_at is not null")
                .setParameter("rules", rules)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Optional<Cursor> lock(int rules, Instant now) {
        var _ = entities.createNativeQuery(BEGIN)
                .setParameter("rules", rules)
                .setParameter("now", now)
                .executeUpdate();
        List<?> rows = entities.createNativeQuery(LOCK, Tuple.class)
                .setParameter("rules", rules)
                .getResultList();
        return rows.stream().map(Tuple.class::cast).map(StoredVisitRows::cursor).findFirst();
    }

    private static Cursor cursor(Tuple row) {
        var subject = row.get("subject", UUID.class);
        return new Cursor(
                Place.valueOf(row.get("place", String.class)),
                subject == null
                        ? null
                        : new Key(subject, row.get("visit_id", UUID.class), row.get("version", Integer.class)),
                row.get("made", Long.class));
    }

    @Override
    public List<One> next(Cursor cursor, int rules, int most) {
        var query = entities.createNativeQuery(NEXT.get(cursor.place()), Tuple.class);
        var after = cursor.after();
        for (var parameter : query.getParameters()) {
            switch (parameter.getName()) {
                case "rules" -> query.setParameter("rules", rules);
                case "most" -> query.setParameter("most", most);
                case "subject" -> query.setParameter("subject", after == null ? FIRST : after.subject());
                case "visit" -> query.setParameter("visit", after == null ? FIRST : after.visit());
                default -> query.setParameter("version", after == null ? 0 : after.version());
            }
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new One(
                        new Key(
                                row.get("subject", UUID.class),
                                row.get("visit", UUID.class),
                                row.get("version", Integer.class)),
                        DocumentFormat.valueOf(row.get("format", String.class)),
                        row.get("received_at", Instant.class),
                        row.get("document", byte[].class)))
                .toList();
    }

    @Override
    public void replace(Place place, Key key, int rules, byte[] summary) {
        var query = entities.createNativeQuery(REPLACE.get(place))
                .setParameter("summary", summary)
                .setParameter("rules", rules)
                .setParameter("visit", key.visit())
                .setParameter("version", key.version());
        if (place != Place.HELD) {
            query.setParameter("subject", key.subject());
        }
        var _ = query.executeUpdate();
    }

    @Override
    public void move(int rules, Cursor cursor) {
        var after = cursor.after();
        var _ = entities.createNativeQuery(MOVE)
                .setParameter("place", cursor.place().name())
                .setParameter("subject", text(after == null ? null : after.subject()))
                .setParameter("visit", text(after == null ? null : after.visit()))
                .setParameter("version", after == null ? 0 : after.version())
                .setParameter("made", cursor.made())
                .setParameter("rules", rules)
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public void end(int rules, Instant now) {
        var _ = entities.createNativeQuery("update derivation set ended_at = :now where rules = :rules")
                .setParameter("now", now)
                .setParameter("rules", rules)
                .executeUpdate();
    }
}
