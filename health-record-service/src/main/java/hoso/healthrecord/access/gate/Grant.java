package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody may read in a record, and how long: a consent, a session, an emergency, a link or a guardianship.
///
/// @param record the record it opens
/// @param holder who may use it, see [Asker#key]
public record Grant(UUID id, Right right, UUID record, Asker.Key holder, Term term, Terms terms) {

    /// When it may be used.
    ///
    /// @param from first moment
    /// @param until first moment at which it is over
    /// @param endedAt when it was taken back or ended early; absent when it was not
    public record Term(
            Instant from, Instant until, @Nullable Instant endedAt) {}

    /// What it opens.
    ///
    /// @param purposes what it may be used for
    /// @param kinds kinds of data; a document is handed out only where all are opened
    /// @param sensitive sensitive categories that the citizen named
    /// @param days days of the visits that are opened
    /// @param summaryOnly nothing but the summary
    /// @param allowance absent when it may be used as often as one likes
    public record Terms(
            Set<Purpose> purposes,
            Set<DataKind> kinds,
            Set<SensitiveCategory> sensitive,
            Days days,
            boolean summaryOnly,
            @Nullable Allowance allowance) {}

    /// From the first day to the last; absent without one.
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {
        public static final Days ALL = new Days(null, null);
    }

    /// So many readings within such a time.
    public record Allowance(int times, Duration per) {}
}
