package hoso.judicialcert.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/// Enters a judgment that a court sent. Sent again it stays one; another content under the same number is not taken: an
/// entry is corrected by the authority that keeps the register, with a trace.
@ApplicationScoped
class RecordJudgment {
    private final Judgments judgments;

    RecordJudgment(Judgments judgments) {
        this.judgments = judgments;
    }

    /// What became of a judgment.
    sealed interface Entry {
        record Entered(Judgment judgment) implements Entry {}

        record KnownAlready(Judgment judgment) implements Entry {}

        record Differs(Judgment known) implements Entry {}
    }

    @Transactional
    Entry enter(Judgment judgment) {
        if (judgments.add(judgment)) {
            return new Entry.Entered(judgment);
        }
        var known = judgments.find(judgment).orElseThrow();
        return known.saysTheSameAs(judgment) ? new Entry.KnownAlready(known) : new Entry.Differs(known);
    }
}
