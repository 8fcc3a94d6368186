package hoso.judicialcert.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/// Adds what followed a judgment: decisions on its execution, and bans. Sent again they stay one; another content under
/// the
/// same authority and number is not taken.
@ApplicationScoped
class RecordExecution {
    private final Judgments judgments;

    RecordExecution(Judgments judgments) {
        this.judgments = judgments;
    }

    /// What became of it.
    sealed interface Added {
        record Anew() implements Added {}

        record KnownAlready(UUID id) implements Added {}

        record Differs(UUID known) implements Added {}

        record NoSuchJudgment() implements Added {}

        /// Nothing follows a judgment before it was pronounced.
        record BeforeJudgment() implements Added {}
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
