package hoso.judicialcert.register.entry;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Judgment;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Entries of the register as they are sealed into their rows.
@Singleton
class SealedEntryJson {
    private final SealedJson sealed;

    SealedEntryJson(SealedJson sealed) {
        this.sealed = sealed;
    }

    /// A correction as it is sealed: what its row does not say.
    record Trace(Correction.Basis basis, JudgmentJson.@Nullable Sent before) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    byte[] seal(Judgment judgment) {
        return sealed.seal(judgment.id(), JudgmentJson.of(judgment));
    }

    byte[] seal(ExecutionDecision decision) {
        return sealed.seal(decision.judgment(), decision);
    }

    byte[] seal(Ban ban) {
        return sealed.seal(ban.id(), BanJson.of(ban));
    }

    /// Seals what the row of a correction does not say.
    ///
    /// @param owner the judgment or the ban that was corrected
    byte[] seal(UUID owner, Correction trace) {
        var before = trace.before();
        return sealed.seal(owner, new Trace(trace.basis(), before == null ? null : JudgmentJson.of(before)));
    }

    Judgment judgment(JudgmentRow row) {
        return JudgmentJson.stored(sealed.open(row.id, row.content, JudgmentJson.Sent.class), row.id);
    }

    ExecutionDecision decision(ExecutionDecisionRow row) {
        return sealed.open(row.judgmentId, row.content, ExecutionDecision.class);
    }

    Ban ban(BanRow row) {
        return BanJson.stored(sealed.open(row.id, row.content, BanJson.Sent.class), row.id);
    }

    Correction correction(UUID owner, CorrectionRow row) {
        var trace = sealed.open(owner, row.content, Trace.class);
        var before = trace.before();
        return new Correction(
                row.id,
                row.subjectId,
                Correction.What.valueOf(row.what),
                row.version,
                row.actor,
                trace.basis(),
                row.recordedAt,
                before == null ? null : JudgmentJson.stored(before, owner));
    }
}
