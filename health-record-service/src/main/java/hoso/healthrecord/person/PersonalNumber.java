package hoso.healthrecord.person;

import hoso.chassis.personal.Hidden;
import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.document.Visit.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A personal identification number: `PPP G YY SSSSSS` (Decree 137/2015 Art. 13). There is no check digit, so a
/// wrong one is only recognised by its place code and its year.
public record PersonalNumber(String value) implements Hidden {
    private static final Pattern SHAPE = Pattern.compile("[0-9]{12}");

    /// Place codes below 100 that no province ever had; 003 of them is kept for test people, who must not be anybody.
    private static final Set<Integer> UNASSIGNED = Set.of(
            0, 3, 5, 7, 9, 13, 16, 18, 21, 23, 28, 29, 32, 39, 41, 43, 47, 50, 53, 55, 57, 59, 61, 63, 65, 69, 71, 73,
            76, 78, 81, 85, 88, 90, 97, 98, 99);

    /// Reads a number; absent when it is no valid personal number on `today`.
    ///
    /// @param testPrefixes place codes of made-up people that are taken although no province has them
    public static @Nullable PersonalNumber of(@Nullable String text, LocalDate today, Set<String> testPrefixes) {
        if (text == null || !SHAPE.matcher(text).matches()) {
            return null;
        }
        var number = new PersonalNumber(text);
        var place = text.substring(0, 3);
        var known = !UNASSIGNED.contains(Integer.parseInt(place)) || testPrefixes.contains(place);
        return known && number.birthYear() <= today.getYear() ? number : null;
    }

    int birthYear() {
        var century = (value.charAt(3) - '0') / 2;
        return 1900 + 100 * century + yearOfCentury();
    }

    private int yearOfCentury() {
        return Integer.parseInt(value.substring(4, 6));
    }

    boolean male() {
        return (value.charAt(3) - '0') % 2 == 0;
    }

    /// What the number says otherwise than the document. Only a warning: a number outlives a corrected birth year or a
    /// re-determined sex, and old data hold errors (Decree 70/2024 Art. 11).
    public List<Warning> disagreements(BirthDate birthDate, Sex sex) {
        var warnings = new ArrayList<Warning>();
        if (birthDate.year() != birthYear()) {
            warnings.add(Warning.NUMBER_AND_BIRTH_YEAR_DIFFER);
        }
        if (sex != Sex.UNDETERMINED && (sex == Sex.MALE) != male()) {
            warnings.add(Warning.NUMBER_AND_SEX_DIFFER);
        }
        return List.copyOf(warnings);
    }

    /// What a person should look at; nothing is refused for it.
    public enum Warning {
        NUMBER_AND_BIRTH_YEAR_DIFFER,
        NUMBER_AND_SEX_DIFFER
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
