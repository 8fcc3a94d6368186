package hoso.healthrecord.sharing.giving;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import java.util.List;

/// How a refusal is told.
final class ShareProblem {
    private ShareProblem() {}

    static Problem of(ShareRefusal refusal) {
        return switch (refusal) {
            case ShareRefusal.Unknown() -> Problem.notFound();
            case ShareRefusal.NoSuchVisit(var place) ->
                Problem.invalid(List.of(FieldError.of("/content/visits/" + place, "no-such-visit")));
            case ShareRefusal.NothingToShow() -> Problem.of(409, "nothing-to-share");
            case ShareRefusal.TooMany(var most) ->
                Problem.of(409, "too-many-shares").with("most", most);
            case ShareRefusal.Over(var state) -> Problem.of(410, "share-over").with("state", state);
            case ShareRefusal.NotLongTerm() -> Problem.of(409, "share-not-long-term");
            case ShareRefusal.OtherKey() -> Problem.invalid(List.of(FieldError.of("/key", "other-key")));
        };
    }
}
