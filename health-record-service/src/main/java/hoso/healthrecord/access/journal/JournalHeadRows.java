package hoso.healthrecord.access.journal;

import hoso.chassis.database.Statements;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The ends of the chains in PostgreSQL.
@ApplicationScoped
class JournalHeadRows implements JournalHeads {
    private static final String WAITING = """
            select record_id from access_chain
            where length > told_length and (told_on is null or told_on < :day)
            limit :most
            """;

    private static final String TAKE = """
            select length, head from access_chain
            where record_id = ? and length > told_length and (told_on is null or told_on < ?)
            for update skip locked
            """;

    private static final String TOLD = "update access_chain set told_length = ?, told_on = ? where record_id = ?";

    private final Statements statements;

    JournalHeadRows(Statements statements) {
        this.statements = statements;
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<UUID> waiting(LocalDate day, int limit) {
        return Panache.getEntityManager()
                .createNativeQuery(WAITING)
                .setParameter("day", day)
                .setParameter("most", limit)
                .getResultList();
    }

    @Override
    public Optional<Head> take(UUID record, LocalDate day) {
        return statements.first(TAKE, row -> new Head(row.getLong(1), row.getBytes(2)), record, day);
    }

    @Override
    public void told(UUID record, long length, LocalDate day) {
        statements.update(TOLD, length, day, record);
    }
}
