package hoso.healthrecord.access.gate;

import hoso.chassis.database.Statements;
import hoso.chassis.vault.SealedJson;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Right;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Grants in PostgreSQL, each with the record it opens; what it opens is sealed with the key of that record. They are
/// read without a session, so that what another transaction committed meanwhile is seen.
@ApplicationScoped
class GivenGrantRows implements GivenGrants {
    private static final String KEY = "insert into access_key (id, record_id) values (?, ?) on conflict do nothing";

    private static final String GIVE = """
            insert into access_grant
              (record_id, id, access_right, holder, facility, valid_from, valid_until, ended_at, terms)
            values (?, ?, ?, ?, ?, ?, ?, null, ?)
            on conflict do nothing
            """;

    private static final String RECORD = "select record_id from access_key where id = ?";

    private static final String FIND = """
            select record_id, id, access_right, holder, facility, valid_from, valid_until, ended_at, terms
            from access_grant where record_id = ? and id = ?
            """;

    private static final String END =
            "update access_grant set ended_at = ? where record_id = ? and id = ? and ended_at is null";

    private static final String CHANGE = "update access_grant set terms = ? where record_id = ? and id = ?";

    private final Statements statements;
    private final SealedJson sealed;

    GivenGrantRows(Statements statements, SealedJson sealed) {
        this.statements = statements;
        this.sealed = sealed;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void give(Grant grant) {
        statements.update(KEY, grant.id(), grant.record());
        statements.update(
                GIVE,
                grant.record(),
                grant.id(),
                grant.right().name(),
                grant.holder().id(),
                grant.holder().facility(),
                grant.term().from().atOffset(ZoneOffset.UTC),
                grant.term().until().atOffset(ZoneOffset.UTC),
                sealed.seal(grant.record(), grant.terms()));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void end(UUID grant, Instant now) {
        record(grant).ifPresent(record -> statements.update(END, now.atOffset(ZoneOffset.UTC), record, grant));
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void change(Grant grant) {
        statements.update(CHANGE, sealed.seal(grant.record(), grant.terms()), grant.record(), grant.id());
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Optional<Grant> find(UUID id) {
        return record(id).flatMap(record -> statements.first(FIND, this::read, record, id));
    }

    private Optional<UUID> record(UUID grant) {
        return statements.first(RECORD, row -> row.getObject(1, UUID.class), grant);
    }

    private Grant read(ResultSet row) throws SQLException {
        var record = row.getObject(1, UUID.class);
        return new Grant(
                row.getObject(2, UUID.class),
                Right.valueOf(row.getString(3)),
                record,
                new Asker.Key(row.getObject(4, UUID.class), row.getString(5)),
                new Grant.Term(
                        row.getTimestamp(6).toInstant(), row.getTimestamp(7).toInstant(), moment(row.getTimestamp(8))),
                sealed.open(record, row.getBytes(9), Grant.Terms.class));
    }

    private static @Nullable Instant moment(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
