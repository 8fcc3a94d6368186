package hoso.judicialcert.agency;

import hoso.chassis.problem.Problem;
import java.time.Duration;
import java.time.Instant;

/// How a refusal is told.
final class AgencyProblem {
    private AgencyProblem() {}

    static Problem of(AgencyRefusal refusal, Instant now) {
        return switch (refusal) {
            case AgencyRefusal.NoLegalBasis() -> Problem.of(403, "no-legal-basis");
            case AgencyRefusal.QuotaUsed(var resetsAt) ->
                Problem.of(429, "quota-used")
                        .with("resetsAt", resetsAt)
                        .header(
                                "Retry-After",
                                Long.toString(Duration.between(now, resetsAt).toSeconds() + 1));
            case AgencyRefusal.NoSuchCertificate() -> Problem.notFound();
            case AgencyRefusal.NoLongerCounts(var standing) ->
                Problem.of(409, "counts-no-more").with("standing", standing.name());
        };
    }
}
