package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.penal.ExpungementOrder;
import hoso.judicialcert.register.conviction.Expungement.Expunged;
import hoso.judicialcert.register.conviction.Expungement.Why;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What was decided or found about the expungement of a conviction: by a court, by the authority that keeps the
/// register, by a general amnesty, or told with the judgment.
///
/// @param valid those nothing speaks against
/// @param doubts what speaks against the others
record Orders(List<Expunged> valid, Set<Why> doubts) {

    static Orders of(ExpungementCalculator reckoning, JudgmentHistory past) {
        var weighing = new Weighing(reckoning, past, new ArrayList<>(), EnumSet.noneOf(Why.class));
        past.steps(ExecutionStep.GENERAL_AMNESTY)
                .forEach(decision -> weighing.take(decision.since(), ExpungementOrder.GENERAL_AMNESTY));
        past.steps(ExecutionStep.EXPUNGED_BY_COURT)
                .forEach(decision -> weighing.court(decision.since(), decision.decidedOn()));
        past.steps(ExecutionStep.EXPUNGEMENT_VERIFIED)
                .forEach(decision -> weighing.verified(decision.since(), decision.decidedOn()));
        var reported = past.judgment().expungedOn();
        if (reported != null) {
            weighing.weigh(reported, reported, ExpungementOrder.TOLD);
        }
        return new Orders(weighing.valid(), weighing.doubts());
    }

    private record Weighing(
            ExpungementCalculator reckoning, JudgmentHistory past, List<Expunged> valid, Set<Why> doubts) {

        private void court(LocalDate since, LocalDate decidedOn) {
            var routes = new NeverConvictedRule(reckoning.law(), reckoning.day()).routes(past.judgment());
            var begin = past.endOfMainPenalty();
            var sentence = past.judgment().sentence();
            if (begin.isEmpty() || sentence == null) {
                weigh(since, decidedOn, ExpungementOrder.COURT);
                return;
            }
            var early = reckoning.law().order(ExpungementOrder.EARLY, reckoning.day());
            var months = routes.stream()
                    .flatMap(route -> reckoning
                            .law()
                            .expungements(
                                    route,
                                    sentence.mainPenalty().penaltyClass(),
                                    sentence.mainPenalty().prisonMonths())
                            .stream())
                    .mapToInt(row -> row.months());
            var period = months.min().orElse(0);
            if (decidedOn.isBefore(reckoning.law().firstDayAfter(begin.get(), period / early.amount()))) {
                add(since, Why.ORDER_BEFORE_ITS_TIME);
                return;
            }
            var full = !decidedOn.isBefore(reckoning.law().firstDayAfter(begin.get(), period));
            weigh(since, decidedOn, full ? ExpungementOrder.COURT : ExpungementOrder.EARLY);
        }

        /// What only a court expunges (Art. 71.1) nobody else finds expunged, whatever they verified.
        private void verified(LocalDate since, LocalDate decidedOn) {
            if (new NeverConvictedRule(reckoning.law(), reckoning.day()).isOnlyForCourt(past.judgment())) {
                add(since, Why.COURT_HAS_TO_DECIDE);
            } else {
                weigh(since, decidedOn, ExpungementOrder.VERIFIED);
            }
        }

        /// What was not known when it was decided speaks against it: an offence before the expungement, judged after
        /// it.
        private void weigh(LocalDate since, LocalDate decidedOn, ExpungementOrder order) {
            var contradicted = reckoning.others(past).stream()
                    .filter(other -> !other.judgment().sentencedOn().isBefore(decidedOn))
                    .anyMatch(other -> mayHaveOffended(other, since));
            if (contradicted) {
                add(since, Why.OFFENCE_BEFORE_THE_EXPUNGEMENT);
            } else {
                take(since, order);
            }
        }

        private void take(LocalDate since, ExpungementOrder order) {
            if (!since.isAfter(reckoning.day())) {
                valid.add(new Expunged(
                        since, reckoning.law().order(order, reckoning.day()).rule()));
            }
        }

        private void add(LocalDate since, Why doubt) {
            if (!since.isAfter(reckoning.day())) {
                doubts.add(doubt);
            }
        }

        private boolean mayHaveOffended(JudgmentHistory other, LocalDate before) {
            var sentence = other.judgment().sentence();
            return sentence == null
                    || sentence.offences().stream()
                            .map(Offence::committedOn)
                            .anyMatch(on -> on == null
                                    || (on.isBefore(before)
                                            && !on.isBefore(past.judgment().sentencedOn())));
        }
    }
}
