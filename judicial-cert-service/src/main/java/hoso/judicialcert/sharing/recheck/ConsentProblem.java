package hoso.judicialcert.sharing.recheck;

import hoso.chassis.problem.Problem;
import java.time.Duration;
import java.time.Instant;

/// How a refusal is told.
final class ConsentProblem {
    private ConsentProblem() {}

    static Problem of(RecheckRefusal refusal, Instant now) {
        return switch (refusal) {
            case RecheckRefusal.NoSuchCertificate() -> Problem.notFound();
            case RecheckRefusal.KindNotShareable(var kind, var rule) ->
                Problem.of(422, "kind-not-shareable").with("kind", kind.name()).with("rule", rule);
            case RecheckRefusal.NoLongerCounts(var standing) ->
                Problem.of(409, "counts-no-more").with("standing", standing.name());
            case RecheckRefusal.NotComparable() -> Problem.of(409, "certificate-not-comparable");
            case RecheckRefusal.OutOfBounds(var days) ->
                Problem.of(422, "consent-too-long").with("maxDays", days);
            case RecheckRefusal.TextNotInForce(var inForce) ->
                Problem.of(422, "text-not-in-force").with("textVersion", inForce);
            case RecheckRefusal.QuotaUsed(var resetsAt) ->
                Problem.of(429, "quota-used")
                        .with("resetsAt", resetsAt)
                        .header(
                                "Retry-After",
                                Long.toString(Duration.between(now, resetsAt).toSeconds() + 1));
        };
    }
}
