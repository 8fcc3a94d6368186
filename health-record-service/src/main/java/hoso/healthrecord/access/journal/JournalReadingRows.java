package hoso.healthrecord.access.journal;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Journals, read in PostgreSQL. The place in the chain orders them, so a cursor holds it.
@ApplicationScoped
class JournalReadingRows implements JournalReading, PanacheRepositoryBase<AccessEntryRow, AccessEntryRow.Key> {
    private final Vault vault;

    JournalReadingRows(Vault vault) {
        this.vault = vault;
    }

    @Override
    public Page<Kept> latestFirst(UUID record, Filter filter, @Nullable Cursor after, int limit) {
        var query = new StringBuilder("recordId = :record");
        var values = new HashMap<String, Object>(Map.of("record", record));
        if (filter.facility() != null) {
            query.append(" and facility = :facility");
            values.put("facility", filter.facility());
        }
        if (filter.right() != null) {
            query.append(" and accessRight = :right");
            values.put("right", filter.right().name());
        }
        if (filter.outcome() != null) {
            query.append(" and outcome = :outcome");
            values.put("outcome", filter.outcome().name());
        }
        if (after != null) {
            query.append(" and sequence < :before");
            values.put("before", after.id().getLeastSignificantBits());
        }
        var rows = find(query.append(" order by sequence desc").toString(), values).range(0, limit).stream()
                .map(this::kept)
                .toList();
        return Page.of(rows, limit, one -> new Cursor(one.at(), new UUID(0, one.sequence())));
    }

    @Override
    public List<Kept> chain(UUID record, long after, int limit) {
        return find("recordId = ?1 and sequence > ?2 order by sequence", record, after).range(0, limit - 1).stream()
                .map(this::kept)
                .toList();
    }

    private Kept kept(AccessEntryRow row) {
        return new Kept(row.sequence, row.at, vault.open(row.recordId, row.line), row.hash);
    }
}
