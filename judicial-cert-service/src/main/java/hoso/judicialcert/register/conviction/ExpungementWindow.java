package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.ConvictionRule;
import hoso.judicialcert.law.ConvictionRule.Expungement.CountedFrom;
import hoso.judicialcert.law.penal.ExpungementOrder;
import hoso.judicialcert.register.conviction.Expungement.Why;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The time in which a new offence keeps a conviction alive: the day before which it is certainly not expunged, and the
/// one from which it certainly is, if the law leaves it to time.
record ExpungementWindow(LocalDate notBefore, LocalDate surely, String rule, Set<Why> why) {
    private static final LocalDate NEVER = LocalDate.MAX;

    /// @param rows the periods of the law for this main penalty, of all times
    static ExpungementWindow of(
            ExpungementCalculator reckoning, JudgmentHistory past, List<ConvictionRule.Expungement> rows) {
        var counting = new Counting(reckoning, past, rows);
        var window = counting.undisturbed();
        // A new offence prolongs the window, and a longer window may hold one more: until nothing changes.
        for (var longer = counting.restarted(window); !longer.equals(window); longer = counting.restarted(window)) {
            window = longer;
        }
        return window;
    }

    /// A day, and the rule that set it.
    private record Day(LocalDate on, String rule) {}

    private record Counting(
            ExpungementCalculator reckoning, JudgmentHistory past, List<ConvictionRule.Expungement> rows) {

        private ExpungementWindow undisturbed() {
            var ends = PenaltyEnds.of(past, reckoning.law(), reckoning.day());
            var earliest = first(ends.mainAtEarliest(), ends.allAtEarliest()).on();
            var latest = first(ends.mainAtLatest(), ends.allAtLatest());
            var notBefore = ExpungementCalculator.latest(
                    earliest, ExpungementCalculator.latest(ends.overAtEarliest(), ends.othersAtEarliest()));
            var surely = ExpungementCalculator.latest(
                    latest.on(), ExpungementCalculator.latest(ends.overAtLatest(), ends.othersAtLatest()));
            var rule = ends.overAtLatest().isAfter(latest.on())
                            && ends.overAtLatest().equals(surely)
                    ? named(latest.rule(), ExpungementOrder.LONGER)
                    : latest.rule();
            var why = EnumSet.noneOf(Why.class);
            why.addAll(ends.why());
            var statute = past.since(ExecutionStep.STATUTE_EXPIRED);
            if (statute.isEmpty()) {
                return new ExpungementWindow(notBefore, surely, rule, why);
            }
            // Art. 70.3: whatever was not executed can no longer be, and only the period counts.
            var expired = first(statute.get(), statute.get());
            var neverServed = ends.mainAtLatest().equals(NEVER);
            return !neverServed && expired.on().isAfter(surely)
                    ? new ExpungementWindow(notBefore, surely, rule, why)
                    : new ExpungementWindow(
                            neverServed ? expired.on() : earlier(notBefore, expired.on()),
                            expired.on(),
                            named(expired.rule(), ExpungementOrder.STATUTE),
                            EnumSet.noneOf(Why.class));
        }

        private ExpungementWindow restarted(ExpungementWindow window) {
            var notBefore = window.notBefore();
            var surely = window.surely();
            var rule = window.rule();
            var why = EnumSet.noneOf(Why.class);
            why.addAll(window.why());
            for (var other : reckoning.others(past)) {
                var ends = PenaltyEnds.of(other, reckoning.law(), reckoning.day());
                var statute = other.since(ExecutionStep.STATUTE_EXPIRED).orElse(NEVER);
                var earliest = first(earlier(ends.mainAtEarliest(), statute), earlier(ends.allAtEarliest(), statute))
                        .on();
                var latest = first(earlier(ends.mainAtLatest(), statute), earlier(ends.allAtLatest(), statute));
                var certainly = isNew(other, window.notBefore());
                if (certainly && earliest.isAfter(window.notBefore())) {
                    notBefore = ExpungementCalculator.latest(notBefore, earliest);
                    why.add(Why.NEW_OFFENCE);
                }
                if ((certainly || mayBeNew(other, window.surely()))
                        && latest.on().isAfter(window.surely())) {
                    rule = latest.on().isBefore(surely) ? rule : named(latest.rule(), ExpungementOrder.RESTART);
                    surely = ExpungementCalculator.latest(surely, latest.on());
                    why.add(certainly ? Why.NEW_OFFENCE : Why.DATE_OF_ANOTHER_OFFENCE_NOT_TOLD);
                    if (latest.on().equals(NEVER) && !earliest.equals(NEVER)) {
                        why.add(Why.END_OF_ANOTHER_PENALTY_NOT_TOLD);
                    }
                }
            }
            return new ExpungementWindow(notBefore, surely, rule, why);
        }

        /// An offence committed after the judgment and within the window (Art. 73.2). That of an earlier time, tried
        /// later, is no new one.
        private boolean isNew(JudgmentHistory other, LocalDate end) {
            var sentence = other.judgment().sentence();
            return sentence != null
                    && sentence.offences().stream()
                            .map(Offence::committedOn)
                            .filter(Objects::nonNull)
                            .anyMatch(on -> within(on, end));
        }

        private boolean mayBeNew(JudgmentHistory other, LocalDate end) {
            var sentence = other.judgment().sentence();
            var untold =
                    sentence == null || sentence.offences().stream().anyMatch(offence -> offence.committedOn() == null);
            var afterwards =
                    !other.judgment().sentencedOn().isBefore(past.judgment().sentencedOn());
            return (untold && afterwards) || isNew(other, end);
        }

        private boolean within(LocalDate on, LocalDate end) {
            return !on.isBefore(past.judgment().sentencedOn()) && on.isBefore(end);
        }

        /// The first day on which the law in force on that day says that the period has run.
        private Day first(LocalDate main, LocalDate all) {
            @Nullable Day best = null;
            for (var row : rows) {
                var start = row.countedFrom() == CountedFrom.JUDGMENT ? all : main;
                var on = start.equals(NEVER)
                        ? NEVER
                        : ExpungementCalculator.latest(
                                reckoning.law().firstDayAfter(start, row.months()),
                                row.validity().from());
                var to = row.validity().to();
                if ((to == null || !on.isAfter(to)) && (best == null || on.isBefore(best.on()))) {
                    best = new Day(on, row.rule());
                }
            }
            return Objects.requireNonNull(best, "the last row of a period has no end");
        }

        private String named(String rule, ExpungementOrder order) {
            var name = reckoning.law().order(order, reckoning.day()).rule();
            return rule.contains(name) ? rule : rule + " + " + name;
        }

        private static LocalDate earlier(LocalDate one, LocalDate other) {
            return one.isBefore(other) ? one : other;
        }
    }
}
