package hoso.judicialcert.money.reconciliation;

import hoso.judicialcert.money.reconciliation.BookComparison.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/// What came of a file of the bank.
record Report(LocalDate day, String digest, int count, long total, Instant readAt, List<Line> lines) {

    /// The same for some of its lines: counted is what of them the bank told.
    Report with(List<Line> some) {
        var listed = some.stream().map(Line::theirs).filter(Objects::nonNull).toList();
        return new Report(
                day,
                digest,
                listed.size(),
                listed.stream().mapToLong(Long::longValue).sum(),
                readAt,
                some);
    }
}
