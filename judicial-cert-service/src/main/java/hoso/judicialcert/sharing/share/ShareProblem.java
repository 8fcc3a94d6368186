package hoso.judicialcert.sharing.share;

import hoso.chassis.problem.Problem;

/// How a refusal is told.
final class ShareProblem {
    private ShareProblem() {}

    static Problem of(ShareRefusal refusal) {
        return switch (refusal) {
            case ShareRefusal.Unknown() -> Problem.notFound();
            case ShareRefusal.KindNotShareable(var kind, var rule) ->
                Problem.of(422, "kind-not-shareable").with("kind", kind.name()).with("rule", rule);
            case ShareRefusal.OutOfBounds(var days, var uses) ->
                Problem.of(422, "share-out-of-bounds").with("maxDays", days).with("maxUses", uses);
            case ShareRefusal.NoLongerCounts(var standing) ->
                Problem.of(409, "counts-no-more").with("standing", standing.name());
            case ShareRefusal.TooMany(var most) ->
                Problem.of(409, "too-many-shares").with("most", most);
            case ShareRefusal.Over(var state) -> Problem.of(410, "share-over").with("state", state.name());
            case ShareRefusal.PasscodeNeeded() -> Problem.of(403, "passcode-needed");
            case ShareRefusal.PasscodeWrong(var left) ->
                Problem.of(403, "passcode-wrong").with("attemptsLeft", left);
            case ShareRefusal.KeyReused() -> Problem.of(422, "idempotency-key-reused");
            case ShareRefusal.TicketOver() -> Problem.of(410, "ticket-over");
        };
    }
}
