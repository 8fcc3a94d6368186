package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.penal.ExpungementOrder;
import hoso.judicialcert.law.penal.Route;
import hoso.judicialcert.register.conviction.Expungement.Expunged;
import hoso.judicialcert.register.conviction.Expungement.NeverConviction;
import hoso.judicialcert.register.conviction.Expungement.NotExpunged;
import hoso.judicialcert.register.conviction.Expungement.Undecided;
import hoso.judicialcert.register.conviction.Expungement.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which convictions of one person are expunged on a day (Penal Code Art. 69-73, 107).
///
/// What the register does not know counts both ways: with everything in the person's favour comes the day before which
/// a conviction is certainly not expunged, with everything against comes the day from which it certainly is. Between
/// them an officer decides.
public record ExpungementCalculator(Law law, List<JudgmentHistory> life, LocalDate day) {
    /// A day that does not come.
    private static final LocalDate NEVER = LocalDate.MAX;

    /// All of them, in the order of the judgments.
    public List<Conviction> convictions() {
        return life.stream()
                .sorted(Comparator.comparing(
                                (JudgmentHistory past) -> past.judgment().sentencedOn())
                        .thenComparing(past -> past.judgment().number())
                        .thenComparing(past -> past.judgment().id()))
                .map(past -> new Conviction(past.judgment(), past.execution(), expungement(past)))
                .toList();
    }

    /// What one of them amounts to.
    Expungement expungement(JudgmentHistory past) {
        var never = new NeverConvictedRule(law, day).of(past.judgment());
        if (never.isCertain()) {
            return new NeverConviction(never.rule());
        }
        var counted = counted(past, never.isPossible());
        var orders = Orders.of(this, past);
        var earliest =
                Stream.concat(orders.valid().stream(), expunged(counted)).min(Comparator.comparing(Expunged::on));
        if (earliest.isPresent()) {
            return earliest.get();
        }
        var doubts = orders.doubts();
        return counted instanceof NotExpunged(var why, var _, var _) && !doubts.isEmpty()
                ? new Undecided(union(why, doubts))
                : counted;
    }

    private static Stream<Expunged> expunged(Expungement counted) {
        return counted instanceof Expunged expunged ? Stream.of(expunged) : Stream.empty();
    }

    /// By the periods of the law alone.
    private Expungement counted(JudgmentHistory past, boolean maybeInnocent) {
        var sentence = past.judgment().sentence();
        if (sentence == null) {
            return new Undecided(EnumSet.of(Why.ONLY_IN_WORDS));
        }
        var routes = new NeverConvictedRule(law, day).routes(past.judgment());
        var windows = new ArrayList<ExpungementWindow>();
        for (var route : routes) {
            var rows = law.expungements(
                    route,
                    sentence.mainPenalty().penaltyClass(),
                    sentence.mainPenalty().prisonMonths());
            if (rows.isEmpty() || sentence.mainPenalty() instanceof MainPenalty.Expulsion) {
                return new Undecided(EnumSet.of(Why.NO_RULE));
            }
            windows.add(ExpungementWindow.of(this, past, rows));
        }
        var why = EnumSet.noneOf(Why.class);
        windows.forEach(window -> why.addAll(window.why()));
        var notBefore = windows.stream()
                .map(ExpungementWindow::notBefore)
                .min(Comparator.naturalOrder())
                .orElse(NEVER);
        var last = windows.stream()
                .max(Comparator.comparing(ExpungementWindow::surely))
                .orElseThrow();
        if (maybeInnocent) {
            why.add(Why.GRAVITY_INTENT_OR_AGE_NOT_TOLD);
        }
        if (day.isBefore(notBefore)) {
            if (maybeInnocent) {
                return new Undecided(why);
            }
            var expected = notBefore.equals(last.surely()) && !notBefore.equals(NEVER) ? notBefore : null;
            if (!notBefore.equals(NEVER)) {
                why.add(Why.PERIOD_RUNNING);
            }
            return new NotExpunged(
                    why, routes.contains(Route.COURT) ? null : expected, mayAskFrom(past, routes, expected));
        }
        if (routes.equals(Set.of(Route.COURT)) && !maybeInnocent) {
            why.add(Why.COURT_HAS_TO_DECIDE);
            return new NotExpunged(why, null, mayAskFrom(past, routes, last.surely()));
        }
        if (routes.contains(Route.COURT)) {
            why.add(Why.CHAPTER_NOT_TOLD);
            return new Undecided(why);
        }
        return day.isBefore(last.surely()) ? new Undecided(why) : new Expunged(last.surely(), last.rule());
    }

    /// Art. 71.4: a year after the first refusal, two after any other.
    private @Nullable LocalDate mayAskFrom(JudgmentHistory past, Set<Route> routes, @Nullable LocalDate period) {
        if (!routes.equals(Set.of(Route.COURT)) || period == null || period.equals(NEVER)) {
            return null;
        }
        var refused = past.steps(ExecutionStep.EXPUNGEMENT_REFUSED)
                .map(ExecutionDecision::decidedOn)
                .sorted()
                .toList();
        if (refused.isEmpty()) {
            return period;
        }
        var order = refused.size() == 1 ? ExpungementOrder.REFUSED_ONCE : ExpungementOrder.REFUSED_AGAIN;
        return latest(
                period,
                law.firstDayAfter(refused.getLast(), law.order(order, day).amount()));
    }

    /// The other judgments of the same person.
    List<JudgmentHistory> others(JudgmentHistory past) {
        return life.stream()
                .filter(other -> !other.judgment().id().equals(past.judgment().id()))
                .toList();
    }

    static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Set<Why> union(Set<Why> some, Set<Why> more) {
        var all = EnumSet.copyOf(more);
        all.addAll(some);
        return all;
    }
}
