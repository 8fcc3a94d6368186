package hoso.judicialcert.register.entry;

import hoso.chassis.id.Ids;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.entry.Correction.What;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Corrects the register: only the authority that keeps it does, on a document, and what stood there before stays
/// readable (Decree 216/2026 Art. 18).
@ApplicationScoped
class CorrectRegister {
    private final Judgments judgments;
    private final Ids ids;
    private final Clock clock;

    CorrectRegister(Judgments judgments, Ids ids, Clock clock) {
        this.judgments = judgments;
        this.ids = ids;
        this.clock = clock;
    }

    /// What became of a correction.
    sealed interface Corrected {
        record Done(long version) implements Corrected {}

        /// The judgment has another version by now.
        record Stale(long version) implements Corrected {}

        /// It was annulled: nothing is left to be corrected.
        record Annulled() implements Corrected {}

        /// Another entry has this court, number and person.
        record Taken(UUID by) implements Corrected {}
    }

    /// A judgment with its history; empty when there is none.
    @Transactional
    Optional<Judgments.Filed> open(UUID judgment) {
        return judgments.open(judgment);
    }

    /// Empty when there is no such judgment.
    @Transactional
    Optional<Corrected> correct(Judgment corrected, long version, Correction.Basis basis, UUID actor) {
        return judgments.lock(corrected.id()).map(filed -> {
            if (filed.annulled()) {
                return new Corrected.Annulled();
            }
            if (filed.version() != version) {
                return new Corrected.Stale(filed.version());
            }
            var trace = trace(corrected.id(), What.JUDGMENT_CORRECTED, version + 1, actor, basis, filed.judgment());
            return judgments
                    .correct(corrected, trace)
                    .<Corrected>map(Corrected.Taken::new)
                    .orElseGet(() -> new Corrected.Done(version + 1));
        });
    }

    /// Empty when there is no such judgment.
    @Transactional
    Optional<Corrected> annul(UUID judgment, long version, Correction.Basis basis, UUID actor) {
        return judgments.lock(judgment).map(filed -> {
            if (filed.annulled()) {
                return new Corrected.Annulled();
            }
            if (filed.version() != version) {
                return new Corrected.Stale(filed.version());
            }
            judgments.annul(trace(judgment, What.JUDGMENT_ANNULLED, version + 1, actor, basis, filed.judgment()));
            return new Corrected.Done(version + 1);
        });
    }

    /// A decision or ban no longer counts; false when there is none that does.
    @Transactional
    boolean annul(What what, UUID subject, Correction.Basis basis, UUID actor) {
        if (judgments.owner(what, subject).isEmpty()) {
            return false;
        }
        judgments.annul(trace(subject, what, 2, actor, basis, null));
        return true;
    }

    private Correction trace(
            UUID subject,
            What what,
            long version,
            UUID actor,
            Correction.Basis basis,
            @org.jspecify.annotations.Nullable Judgment before) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Correction(ids.next(), subject, what, version, actor, basis, now, before);
    }
}
