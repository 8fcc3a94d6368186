package hoso.judicialcert.money.reconciliation;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.judicialcert.money.reconciliation.BookComparison.Line;
import hoso.judicialcert.money.reconciliation.BookComparison.Result;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What came of a day, as the bank and officers read it.
///
/// @param differences what people have to look at; what both agree on is only counted
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReportJson(
        LocalDate day,
        String digest,
        int count,
        long total,
        Instant readAt,
        Map<Result, Long> results,
        List<Line> differences) {
    static ReportJson of(Report report) {
        return new ReportJson(
                report.day(),
                report.digest(),
                report.count(),
                report.total(),
                report.readAt(),
                report.lines().stream().collect(Collectors.groupingBy(Line::result, Collectors.counting())),
                report.lines().stream()
                        .filter(line -> line.result() != Result.AGREED)
                        .toList());
    }
}
