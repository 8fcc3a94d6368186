package hoso.judicialcert.register.conviction;

import hoso.chassis.personal.Sensitive;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A decision that followed a judgment. It is added and never changed; a wrong one is annulled, with a trace.
///
/// @param decidedOn the date on the paper
/// @param since when what it says became true
/// @param additionalPenalty which one is finished; null for all of them
/// @param text as the authority wrote it; null when the usual words do
public record ExecutionDecision(
        UUID id,
        UUID judgment,
        ExecutionStep step,
        String authority,
        String number,
        LocalDate decidedOn,
        LocalDate since,
        AdditionalPenalty.@Nullable Kind additionalPenalty,
        @Nullable String text)
        implements Sensitive {

    public boolean saysTheSameAs(ExecutionDecision other) {
        return new ExecutionDecision(
                        other.id, judgment, step, authority, number, decidedOn, since, additionalPenalty, text)
                .equals(other);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
