package hoso.judicialcert.verification.bulk;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.verification.single.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of one row. Nothing of the row itself is kept.
///
/// @param row its place in what was sent, from 1
/// @param result null when the row is wrong
/// @param errors what has to be mended in it
record JobResult(
        int row,
        @Nullable Result result,
        List<Doubt> reasons,
        @Nullable String number,
        @Nullable String agency,
        @Nullable Instant issuedAt,
        @Nullable LocalDate lastDay,
        List<JobItem.Mistake> errors) {

    static JobResult wrong(int row, List<JobItem.Mistake> errors) {
        return new JobResult(row, null, List.of(), null, null, null, null, errors);
    }

    static JobResult of(int row, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Valid(var issued) -> found(row, verdict, issued.certificate(), null);
            case Verdict.Ended(var issued, var _, var _) -> found(row, verdict, issued.certificate(), null);
            case Verdict.Expired(var issued, var lastDay) -> found(row, verdict, issued.certificate(), lastDay);
            case Verdict.Doubted(var result, var doubts) ->
                new JobResult(row, result, doubts.stream().sorted().toList(), null, null, null, null, List.of());
        };
    }

    private static JobResult found(int row, Verdict verdict, Certificate found, @Nullable LocalDate lastDay) {
        return new JobResult(
                row, verdict.result(), List.of(), found.number(), found.agency(), found.issuedAt(), lastDay, List.of());
    }
}
