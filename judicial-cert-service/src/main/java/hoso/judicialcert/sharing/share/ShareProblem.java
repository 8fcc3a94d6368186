package hoso.judicialcert.sharing.share;

import hoso.chassis.problem.Problem;

/// How a refusal is told.
final class ShareProblem {
    private ShareProblem() {}

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Unknown() -> Problem.notFound();
            case Refusal.KindNotShareable(var kind, var rule) ->
                Problem.of(422, "kind-not-shareable").with("kind", kind.name()).with("rule", rule);
            case Refusal.OutOfBounds(var days, var uses) ->
                Problem.of(422, "share-out-of-bounds").with("maxDays", days).with("maxUses", uses);
            case Refusal.NoLongerCounts(var standing) ->
                Problem.of(409, "counts-no-more").with("standing", standing.name());
            case Refusal.TooMany(var most) -> Problem.of(409, "too-many-shares").with("most", most);
            case Refusal.Over(var state) -> Problem.of(410, "share-over").with("state", state.name());
            case Refusal.PasscodeNeeded() -> Problem.of(403, "passcode-needed");
            case Refusal.PasscodeWrong(var left) ->
                Problem.of(403, "passcode-wrong").with("attemptsLeft", left);
            case Refusal.KeyReused() -> Problem.of(422, "idempotency-key-reused");
            case Refusal.TicketOver() -> Problem.of(410, "ticket-over");
        };
    }
}
