package hoso.healthrecord.access.journal;

import hoso.chassis.database.Statements;
import hoso.chassis.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Journals in PostgreSQL. Lines are sealed with the key of the record; in clear is what the owner filters by and what
/// the chain is made of. Both tables take no update of an entry and no deletion.
@ApplicationScoped
class AccessJournalRows implements AccessJournal {
    private static final String BEGIN = """
            insert into access_chain (record_id, length, head)
            select id, 0, ? from health_record where id = ?
            on conflict (record_id) do nothing
            """;

    private static final String LOCK = "select length, head from access_chain where record_id = ? for update";

    private static final String APPEND = """
            with entry as (
              insert into access_entry
                (record_id, sequence, at, outcome, access_right, grant_id, facility, hash, line)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?)
              returning record_id, sequence, hash
            )
            update access_chain c set length = entry.sequence, head = entry.hash
            from entry where c.record_id = entry.record_id
            """;

    private static final String SHOWN = """
            select count(*) from access_entry
            where record_id = ? and grant_id = ? and outcome = 'SHOWN' and at > ?
            """;

    private final Statements statements;
    private final Vault vault;
    private final Clock clock;

    AccessJournalRows(Statements statements, Vault vault, Clock clock) {
        this.statements = statements;
        this.vault = vault;
        this.clock = clock;
    }

    private record Chain(long length, byte[] head) {}

    @Override
    @Transactional(TxType.MANDATORY)
    public void lock(UUID record) {
        var _ = locked(record);
    }

    private Chain locked(UUID record) {
        var chain = find(record);
        if (chain == null) {
            statements.update(BEGIN, EntryLine.START, record);
            chain = find(record);
        }
        if (chain == null) {
            throw new NoSuchElementException("record " + record);
        }
        return chain;
    }

    private @Nullable Chain find(UUID record) {
        return statements
                .first(LOCK, row -> new Chain(row.getLong(1), row.getBytes(2)), record)
                .orElse(null);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public long append(UUID record, Access access) {
        var chain = locked(record);
        var sequence = chain.length() + 1;
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var line = EntryLine.of(record, sequence, chain.head(), at, access);
        statements.update(
                APPEND,
                record,
                sequence,
                at.atOffset(ZoneOffset.UTC),
                access.outcome().name(),
                access.right().name(),
                access.grant(),
                access.by().key().facility(),
                EntryLine.hash(line),
                vault.seal(record, line));
        return sequence;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public long shown(UUID record, UUID grant, Instant since) {
        return statements
                .first(SHOWN, row -> row.getLong(1), record, grant, since.atOffset(ZoneOffset.UTC))
                .orElse(0L);
    }
}
