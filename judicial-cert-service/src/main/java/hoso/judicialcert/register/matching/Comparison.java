package hoso.judicialcert.register.matching;

import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.Person;
import org.jspecify.annotations.Nullable;

/// What agrees and what differs between who is asked for and who is entered, point by point as an officer reads it.
public record Comparison(
        Agreement number, Agreement fullName, Agreement birthDate, Agreement fatherName, Agreement motherName) {

    /// How one point compares; UNKNOWN when one side does not say.
    public enum Agreement {
        SAME,
        DIFFERENT,
        UNKNOWN;

        private static Agreement of(boolean same) {
            return same ? SAME : DIFFERENT;
        }
    }

    /// How likely they are one person.
    public enum Match {
        /// Number, name and birth date agree.
        CERTAIN,
        /// Name, birth date and both parents agree, and no number speaks against it.
        LIKELY,
        /// Something agrees that makes one think, and nothing settles it.
        POSSIBLE,
        /// Something agrees, and a parent's name speaks against it.
        UNLIKELY,
        /// Other people.
        NONE
    }

    public static Comparison of(Person asked, Person entered) {
        return new Comparison(
                numbers(asked, entered),
                names(asked.fullName(), entered.fullName()),
                Agreement.of(asked.birthDate().equals(entered.birthDate())),
                names(asked.fatherName(), entered.fatherName()),
                names(asked.motherName(), entered.motherName()));
    }

    /// Only what is certain stands on a certificate without an officer's word, and only who is certainly somebody else
    /// is passed over: of the same name and day, but with another number and other parents.
    public Match match() {
        var namesake = fullName == Agreement.SAME && birthDate == Agreement.SAME;
        if (number == Agreement.SAME) {
            return namesake ? Match.CERTAIN : weakened(Match.POSSIBLE);
        }
        if (!namesake || (number == Agreement.DIFFERENT && parents(Agreement.DIFFERENT))) {
            return Match.NONE;
        }
        return number == Agreement.UNKNOWN && parents(Agreement.SAME) ? Match.LIKELY : weakened(Match.POSSIBLE);
    }

    private Match weakened(Match match) {
        var against = fatherName == Agreement.DIFFERENT || motherName == Agreement.DIFFERENT;
        return against ? Match.UNLIKELY : match;
    }

    private boolean parents(Agreement agreement) {
        return fatherName == agreement && motherName == agreement;
    }

    private static Agreement numbers(Person asked, Person entered) {
        if (asked.numbers().stream().anyMatch(entered.numbers()::contains)) {
            return Agreement.SAME;
        }
        // Somebody may have had an identity card before the personal number: only two present numbers can differ.
        var both = asked.personalNumber() != null && entered.personalNumber() != null;
        return both ? Agreement.DIFFERENT : Agreement.UNKNOWN;
    }

    private static Agreement names(@Nullable String one, @Nullable String other) {
        if (one == null || one.isBlank() || other == null || other.isBlank()) {
            return Agreement.UNKNOWN;
        }
        return Agreement.of(NameFolding.key(one).equals(NameFolding.key(other)));
    }
}
