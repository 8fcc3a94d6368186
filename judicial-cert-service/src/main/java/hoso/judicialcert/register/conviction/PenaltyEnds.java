package hoso.judicialcert.register.conviction;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.conviction.Expungement.Why;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// When the parts of a judgment were done: at the earliest and at the latest that what is known allows. `LocalDate.MAX`
/// is a day that does not come.
///
/// @param additionalAtEarliest the last day of the additional penalties
/// @param overAtEarliest the first day without one: the last day of a term is part of it
record PenaltyEnds(
        LocalDate mainAtEarliest,
        LocalDate mainAtLatest,
        LocalDate additionalAtEarliest,
        LocalDate additionalAtLatest,
        LocalDate overAtEarliest,
        LocalDate overAtLatest,
        LocalDate othersAtEarliest,
        LocalDate othersAtLatest,
        Set<Why> why) {

    static PenaltyEnds of(JudgmentHistory past, Law law, LocalDate day) {
        var why = EnumSet.noneOf(Why.class);
        var sentenced = past.judgment().sentencedOn();
        var main = past.endOfMainPenalty();
        var served = past.mustStillBeServed(law, day);
        if (main.isEmpty()) {
            why.add(served ? Why.MAIN_PENALTY_NOT_FINISHED : Why.END_OF_MAIN_PENALTY_NOT_TOLD);
        }
        var additional = new Span(sentenced, sentenced);
        var over = additional;
        var others = new Span(sentenced, sentenced);
        var sentence = past.judgment().sentence();
        if (sentence != null) {
            for (var penalty : sentence.additionalPenalties()) {
                var end = past.endOf(penalty);
                additional = additional.and(end, Why.ADDITIONAL_PENALTY_NOT_TOLD_FINISHED, why);
                over = over.and(
                        penalty.kind().isTerm() ? end.map(law::firstDayAfter) : end,
                        Why.ADDITIONAL_PENALTY_NOT_TOLD_FINISHED,
                        why);
            }
            if (sentence.civilObligations()) {
                others = others.and(
                        past.since(ExecutionStep.CIVIL_OBLIGATIONS_FULFILLED),
                        Why.CIVIL_OBLIGATIONS_NOT_TOLD_FULFILLED,
                        why);
            }
            if (sentence.courtFee()) {
                others = others.and(past.since(ExecutionStep.COURT_FEE_PAID), Why.COURT_FEE_NOT_TOLD_PAID, why);
            }
        }
        return new PenaltyEnds(
                main.orElse(served ? LocalDate.MAX : sentenced),
                main.orElse(LocalDate.MAX),
                additional.earliest(),
                additional.latest(),
                over.earliest(),
                over.latest(),
                others.earliest(),
                others.latest(),
                why);
    }

    /// When everything the judgment ordered was done, at the earliest.
    LocalDate allAtEarliest() {
        return ExpungementCalculator.latest(
                mainAtEarliest, ExpungementCalculator.latest(additionalAtEarliest, othersAtEarliest));
    }

    /// The same at the latest.
    LocalDate allAtLatest() {
        return ExpungementCalculator.latest(
                mainAtLatest, ExpungementCalculator.latest(additionalAtLatest, othersAtLatest));
    }

    /// A day that lies between two.
    private record Span(LocalDate earliest, LocalDate latest) {

        private Span and(Optional<LocalDate> end, Why missing, Set<Why> why) {
            if (end.isEmpty()) {
                why.add(missing);
                return new Span(earliest, LocalDate.MAX);
            }
            return new Span(
                    ExpungementCalculator.latest(earliest, end.get()), ExpungementCalculator.latest(latest, end.get()));
        }
    }
}
