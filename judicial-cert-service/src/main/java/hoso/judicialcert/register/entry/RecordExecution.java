package hoso.judicialcert.register.entry;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.ExecutionStep;
import hoso.judicialcert.register.conviction.NeverConvictedRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Adds what followed a judgment: decisions on its execution, and bans. Sent again they stay one; another content under
/// the same authority and number is not taken.
@ApplicationScoped
class RecordExecution {
    private final Judgments judgments;
    private final Law law;

    RecordExecution(Judgments judgments, Law law) {
        this.judgments = judgments;
        this.law = law;
    }

    /// What became of it.
    sealed interface Added {
        record Anew() implements Added {}

        record KnownAlready(UUID id) implements Added {}

        record Differs(UUID known) implements Added {}

        record NoSuchJudgment() implements Added {}

        /// Nothing follows a judgment before it was pronounced.
        record BeforeJudgment() implements Added {}

        /// A court has to say so, and nobody else.
        record OnlyByCourt() implements Added {}
    }

    @Transactional
    Added add(ExecutionDecision decision, String sender) {
        var judgment = judgments.find(decision.judgment());
        if (judgment.isEmpty()) {
            return new Added.NoSuchJudgment();
        }
        if (decision.since().isBefore(judgment.get().sentencedOn())) {
            return new Added.BeforeJudgment();
        }
        if (decision.step() == ExecutionStep.EXPUNGEMENT_VERIFIED
                && new NeverConvictedRule(law, decision.decidedOn()).isOnlyForCourt(judgment.get())) {
            return new Added.OnlyByCourt();
        }
        return judgments
                .add(decision, sender)
                .<Added>map(known -> decision.saysTheSameAs(known)
                        ? new Added.KnownAlready(known.id())
                        : new Added.Differs(known.id()))
                .orElseGet(Added.Anew::new);
    }

    @Transactional
    Added add(Ban ban, String sender) {
        var judgment = ban.judgment();
        if (judgment != null && judgments.find(judgment).isEmpty()) {
            return new Added.NoSuchJudgment();
        }
        return judgments
                .add(ban, sender)
                .<Added>map(known ->
                        ban.saysTheSameAs(known) ? new Added.KnownAlready(known.id()) : new Added.Differs(known.id()))
                .orElseGet(Added.Anew::new);
    }
}
