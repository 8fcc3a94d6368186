package hoso.judicialcert.register.entry;

import hoso.judicialcert.register.conviction.Judgment;
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
    sealed interface Entered {
        record Anew(Judgment judgment) implements Entered {}

        record KnownAlready(Judgment judgment) implements Entered {}

        record Differs(Judgment known) implements Entered {}
    }

    @Transactional
    Entered enter(Judgment judgment) {
        if (judgments.add(judgment)) {
            return new Entered.Anew(judgment);
        }
        var known = judgments.find(judgment).orElseThrow();
        return known.saysTheSameAs(judgment) ? new Entered.KnownAlready(known) : new Entered.Differs(known);
    }
}
