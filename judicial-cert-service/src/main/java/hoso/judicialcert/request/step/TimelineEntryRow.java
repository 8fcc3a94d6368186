package hoso.judicialcert.request.step;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A step of the timeline as it lies in its table.
@Entity
@Table(name = "timeline_entry")
class TimelineEntryRow {
    @Id
    UUID id;

    @Column(name = "request_id")
    UUID requestId;

    /// In which order entries of one moment were written: ids of one millisecond have none.
    @Column(insertable = false, updatable = false)
    @Nullable
    Long position;

    @Column
    Instant at;

    @Column
    String step;

    /// Where a date was missed: the one that was named instead.
    @Column(name = "new_date")
    @Nullable
    Instant newDate;
}
