package hoso.chassis.personal;

import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.regex.Pattern;

/// The 12-digit personal identification number (Decree 137/2015, Art. 13): `PPP G YY SSSSSS`. PPP is where
/// the birth was registered, G the century of birth and the sex, YY the year in it, SSSSSS random. There is
/// no check digit.
///
/// Sex and year in it may rightly differ from a register or a document (a number outlives a correction of either), so
/// a difference is something for a person to look at and never a refusal.
///
/// It stands here because two services read it, and one number must not be right in one of them and wrong in the other.
///
/// @param digits twelve ASCII digits
public record PersonalNumber(String digits) implements Sensitive {
    private static final int LENGTH = 12;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{12}");

    /// The 63 provinces that registered births until 2025-06-30. Their codes stay in the numbers of those born there.
    private static final Set<String> PROVINCES = Set.of(
            "001", "002", "004", "006", "008", "010", "011", "012", "014", "015", "017", "019", "020", "022", "024",
            "025", "026", "027", "030", "031", "033", "034", "035", "036", "037", "038", "040", "042", "044", "045",
            "046", "048", "049", "051", "052", "054", "056", "058", "060", "062", "064", "066", "067", "068", "070",
            "072", "074", "075", "077", "079", "080", "082", "083", "084", "086", "087", "089", "091", "092", "093",
            "094", "095", "096");

    /// Codes from here on are countries of birth, not provinces.
    private static final String FIRST_COUNTRY = "101";

    /// What came of reading a text as a personal number.
    public sealed interface Reading {
        record Read(PersonalNumber number) implements Reading {}

        record Unreadable(Fault fault) implements Reading {}
    }

    /// Why a text is no personal number.
    public enum Fault {
        LENGTH,
        CHARACTER,
        PREFIX,
        FUTURE
    }

    /// Reads a number, telling the first fault in the order in which a person would mend them.
    ///
    /// @param testPrefixes place codes that belong to no province and are let through for made-up people; empty in
    ///     production
    public static Reading read(String text, LocalDate today, Set<String> testPrefixes) {
        if (text.length() != LENGTH) {
            return new Reading.Unreadable(Fault.LENGTH);
        }
        if (!DIGITS.matcher(text).matches()) {
            return new Reading.Unreadable(Fault.CHARACTER);
        }
        var place = text.substring(0, 3);
        if (!PROVINCES.contains(place) && place.compareTo(FIRST_COUNTRY) < 0 && !testPrefixes.contains(place)) {
            return new Reading.Unreadable(Fault.PREFIX);
        }
        var number = new PersonalNumber(text);
        return number.birthYear().getValue() > today.getYear()
                ? new Reading.Unreadable(Fault.FUTURE)
                : new Reading.Read(number);
    }

    /// The year of birth at the time the number was given.
    public Year birthYear() {
        return Year.of(1900 + 100 * (generation() / 2) + Integer.parseInt(digits.substring(4, 6)));
    }

    /// Whether the number was given to a female person; the sex at that time.
    public boolean female() {
        return generation() % 2 == 1;
    }

    private int generation() {
        return digits.charAt(3) - '0';
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
