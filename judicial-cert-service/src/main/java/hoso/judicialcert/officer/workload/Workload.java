package hoso.judicialcert.officer.workload;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How much there is to do at an agency, and how fast it is done.
///
/// @param open cases that are not decided, by status
/// @param late of them, what should have been decided by now
/// @param oldest when the oldest of them came in; null when there is none
/// @param decided over the last 30 days
/// @param own the same of the officer who asks
record Workload(Map<String, Long> open, long late, @Nullable Instant oldest, Pace decided, Own own) {

    /// What was decided on each day, in Viet Nam's time, and the median time from coming in to being decided.
    ///
    /// @param median null when nothing was decided
    record Pace(List<Day> perDay, @Nullable Duration median) {}

    record Day(LocalDate day, long decided) {}

    /// @param held cases the officer has in hand
    record Own(long held, Pace decided) {}
}
