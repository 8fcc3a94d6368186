package hoso.healthrecord.access.journal;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The journal as its owner reads it.
interface JournalReading {

    /// An entry as it is kept: its line, byte for byte, and the hash of it.
    record Kept(long sequence, Instant at, byte[] line, byte[] hash) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What the owner looks for; absent for all.
    record Filter(@Nullable String facility, @Nullable Right right, Access.@Nullable Outcome outcome) {
        static final Filter ALL = new Filter(null, null, null);
    }

    /// Entries, the latest first.
    Page<Kept> latestFirst(UUID record, Filter filter, @Nullable Cursor after, int limit);

    /// The next entries of the chain, from the first to the last.
    ///
    /// @param after place of the entry before, 0 for the first
    List<Kept> chain(UUID record, long after, int limit);
}
