package hoso.judicialcert.register.conviction;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.Law;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A judgment and all that followed it: what [ExpungementCalculator] counts with. In which order the decisions arrived
/// does not matter; of several that say the same, the last one counts.
public record JudgmentHistory(Judgment judgment, List<ExecutionDecision> execution) implements Sensitive {

    public JudgmentHistory {
        execution = execution.stream()
                .sorted(Comparator.comparing(ExecutionDecision::decidedOn)
                        .thenComparing(ExecutionDecision::authority)
                        .thenComparing(ExecutionDecision::number)
                        .thenComparing(ExecutionDecision::step))
                .toList();
    }

    Stream<ExecutionDecision> steps(ExecutionStep step) {
        return execution.stream().filter(decision -> decision.step() == step);
    }

    Optional<LocalDate> since(ExecutionStep step) {
        return last(decision -> decision.step() == step);
    }

    /// When the main penalty or the probation was over; empty when the register was not told.
    Optional<LocalDate> endOfMainPenalty() {
        var reported = last(decision -> decision.step().endsMainPenalty());
        var sentence = judgment.sentence();
        var atOnce = sentence != null && sentence.mainPenalty().isDoneAtOnce();
        return reported.isEmpty() && atOnce ? Optional.of(judgment.sentencedOn()) : reported;
    }

    /// Whether it cannot be over on a day. Detention before the judgment is taken off a term (Penal Code Art. 36, 38),
    /// and how much there was is not told: how long it is served is known only once it was told to have begun. What
    /// was reduced ends when that is told.
    boolean mustStillBeServed(Law law, LocalDate day) {
        var sentence = judgment.sentence();
        if (sentence == null
                || endOfMainPenalty().isPresent()
                || steps(ExecutionStep.REDUCED).findAny().isPresent()) {
            return false;
        }
        return switch (sentence.mainPenalty()) {
            case MainPenalty.LifePrison(), MainPenalty.DeathCommuted() -> true;
            case MainPenalty.SuspendedPrison(var _, var probation) ->
                law.firstDayAfter(judgment.sentencedOn(), probation).isAfter(day);
            case MainPenalty.Prison(var months) -> runsOn(day, months);
            case MainPenalty.NonCustodialReform(var months) -> runsOn(day, months);
            case MainPenalty.Warning(), MainPenalty.Fine(), MainPenalty.Exempted(), MainPenalty.Expulsion() -> false;
        };
    }

    private boolean runsOn(LocalDate day, int months) {
        return steps(ExecutionStep.BEGUN)
                .map(ExecutionDecision::since)
                .min(Comparator.naturalOrder())
                .filter(begun -> begun.plusMonths(months).isAfter(day))
                .isPresent();
    }

    /// When an additional penalty was over or will be; empty when the register cannot tell.
    public Optional<LocalDate> endOf(AdditionalPenalty penalty) {
        return last(decision -> decision.step() == ExecutionStep.ADDITIONAL_PENALTY_FINISHED
                        && (decision.additionalPenalty() == null || decision.additionalPenalty() == penalty.kind()))
                .or(() -> Optional.ofNullable(penalty.until()))
                .or(() -> term(penalty));
    }

    private Optional<LocalDate> term(AdditionalPenalty penalty) {
        return penalty.kind().isTerm() && penalty.months() != null
                ? beginOf(penalty).map(begin -> begin.plusMonths(Objects.requireNonNull(penalty.months())))
                : Optional.empty();
    }

    /// From when an additional penalty runs (Art. 41-44).
    public Optional<LocalDate> beginOf(AdditionalPenalty penalty) {
        var sentence = Objects.requireNonNull(judgment.sentence());
        var fromRelease = sentence.mainPenalty().isServed() || penalty.kind() == AdditionalPenalty.Kind.RESIDENCE_BAN;
        return fromRelease ? endOfMainPenalty() : Optional.of(judgment.sentencedOn());
    }

    private Optional<LocalDate> last(Predicate<ExecutionDecision> which) {
        return execution.stream().filter(which).map(ExecutionDecision::since).max(Comparator.naturalOrder());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
