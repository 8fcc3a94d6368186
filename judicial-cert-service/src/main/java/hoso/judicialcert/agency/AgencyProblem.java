package hoso.judicialcert.agency;

import hoso.chassis.problem.Problem;
import java.time.Duration;
import java.time.Instant;

/// How a refusal is told.
final class AgencyProblem {
    private AgencyProblem() {}

    static Problem of(Refusal refusal, Instant now) {
        return switch (refusal) {
            case Refusal.NoLegalBasis() -> Problem.of(403, "no-legal-basis");
            case Refusal.QuotaUsed(var resetsAt) ->
                Problem.of(429, "quota-used")
                        .with("resetsAt", resetsAt)
                        .header(
                                "Retry-After",
                                Long.toString(Duration.between(now, resetsAt).toSeconds() + 1));
            case Refusal.NoSuchCertificate() -> Problem.notFound();
            case Refusal.NoLongerCounts(var standing) ->
                Problem.of(409, "counts-no-more").with("standing", standing.name());
        };
    }
}
