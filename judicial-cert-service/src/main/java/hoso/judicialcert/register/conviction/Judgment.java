package hoso.judicialcert.register.conviction;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A criminal judgment that has taken effect, as the court sent it. It is never changed by sending another one.
///
/// @param expungedOn a court that knows tells it: from this day on the person counts as never convicted (Penal Code
/// Art. 69)
/// @param sentence the same in terms; null when only words were sent, and then no rule decides
public record Judgment(
        UUID id,
        String court,
        Person person,
        String number,
        LocalDate sentencedOn,
        Text text,
        @Nullable LocalDate expungedOn,
        @Nullable Sentence sentence)
        implements Sensitive {

    /// What was found and pronounced, as the court wrote it.
    ///
    /// @param penalty the main penalty
    public record Text(
            String offence,
            String articles,
            String penalty,
            @Nullable String additionalPenalty,
            @Nullable String civilObligations,
            @Nullable String courtFee)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A judgment in the words of the court only.
    public Judgment(
            UUID id,
            String court,
            Person person,
            String number,
            LocalDate sentencedOn,
            String offence,
            String articles,
            String penalty,
            @Nullable String additionalPenalty,
            @Nullable LocalDate expungedOn) {
        this(
                id,
                court,
                person,
                number,
                sentencedOn,
                new Text(offence, articles, penalty, additionalPenalty, null, null),
                expungedOn,
                null);
    }

    /// How old the convict was on a day.
    int ageOn(LocalDate day) {
        return Period.between(person.birthDate(), day).getYears();
    }

    /// The same, with the name of the court as the register spells it.
    public Judgment from(String spelled) {
        return with(id, spelled);
    }

    private Judgment with(UUID otherId, String otherCourt) {
        return new Judgment(otherId, otherCourt, person, number, sentencedOn, text, expungedOn, sentence);
    }

    /// Whether another sending of the judgment says the same.
    public boolean saysTheSameAs(Judgment other) {
        return with(other.id, court).equals(other);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
