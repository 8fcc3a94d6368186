package hoso.healthrecord.access.journal;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the journal of the record that a citizen integrated.
@ApplicationScoped
class ReadJournal {
    /// Rows of one query, so that a long chain is not one long list of rows of the session.
    private static final int PIECE = 500;

    private final HealthRecords records;
    private final JournalReading journal;

    ReadJournal(HealthRecords records, JournalReading journal) {
        this.records = records;
        this.journal = journal;
    }

    @Transactional
    Page<JournalReading.Kept> page(UUID citizen, JournalReading.Filter filter, @Nullable Cursor after, int limit) {
        return record(citizen)
                .map(record -> journal.latestFirst(record, filter, after, limit))
                .orElseGet(() -> new Page<>(List.of(), null));
    }

    /// The whole chain, from its first entry to its last.
    @Transactional
    List<JournalReading.Kept> chain(UUID citizen) {
        var all = new ArrayList<JournalReading.Kept>();
        record(citizen).ifPresent(record -> {
            var more = true;
            while (more) {
                var piece =
                        journal.chain(record, all.isEmpty() ? 0 : all.getLast().sequence(), PIECE);
                all.addAll(piece);
                more = piece.size() == PIECE;
            }
        });
        return List.copyOf(all);
    }

    private Optional<UUID> record(UUID citizen) {
        return records.integratedBy(citizen).map(HealthRecord::id);
    }
}
