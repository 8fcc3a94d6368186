package hoso.judicialcert.register;

import hoso.chassis.personal.Hidden;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A criminal judgment that has taken effect, as the court sent it. It is never changed by sending another one.
///
/// @param expungedOn from this day on the person counts as never convicted (Penal Code Art. 69)
public record Judgment(
        UUID id,
        String court,
        Person person,
        String number,
        LocalDate sentencedOn,
        String offence,
        String articles,
        String penalty,
        @Nullable String additionalPenalty,
        @Nullable LocalDate expungedOn)
        implements Hidden {

    /// Whether the person counts as never convicted on that day.
    public boolean isExpunged(LocalDate day) {
        return expungedOn != null && !expungedOn.isAfter(day);
    }

    /// Whether another sending of the judgment says the same.
    boolean saysTheSameAs(Judgment other) {
        return new Judgment(
                        id,
                        other.court,
                        other.person,
                        other.number,
                        other.sentencedOn,
                        other.offence,
                        other.articles,
                        other.penalty,
                        other.additionalPenalty,
                        other.expungedOn)
                .equals(this);
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
