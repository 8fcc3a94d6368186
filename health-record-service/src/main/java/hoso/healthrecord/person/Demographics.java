package hoso.healthrecord.person;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import hoso.healthrecord.document.BirthDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Name and date of birth made comparable without being kept: a keyed mark of folded name and date for each exactness
/// of the date (year, month, day), 32 bytes each, one after the other.
///
/// Marks with a key, because the space of names and dates is small enough to try all of it against a plain hash.
public record Demographics(byte[] marks) implements Sensitive {
    private static final int MARK_BYTES = 32;

    /// What registration desks write beside a name: a full stop at its end, the sex in brackets.
    private static final Pattern NOT_THE_NAME = Pattern.compile("\\([^()]{0,40}\\)|[.,;:*_]+(?=\\s|$)");

    public Demographics {
        if (marks.length == 0 || marks.length % MARK_BYTES != 0 || marks.length > 3 * MARK_BYTES) {
            throw new IllegalArgumentException("one to three marks of 32 bytes");
        }
    }

    /// Marks a name and a date of birth.
    ///
    /// @param birthDate absent when it is not known; that agrees with no date at all
    /// @param mark HMAC-SHA-256 with the key of this service
    public static Demographics of(String name, @Nullable BirthDate birthDate, Function<String, byte[]> mark) {
        var folded = NameFolding.key(NOT_THE_NAME.matcher(name).replaceAll(" "));
        if (birthDate == null) {
            return new Demographics(mark.apply("demographics|" + folded + "|unknown"));
        }
        var dates = new ArrayList<>(List.of(new BirthDate(birthDate.year(), 0, 0)));
        if (birthDate.month() != 0) {
            dates.add(new BirthDate(birthDate.year(), birthDate.month(), 0));
        }
        if (birthDate.day() != 0) {
            dates.add(birthDate);
        }
        var marks = new byte[dates.size() * MARK_BYTES];
        for (int i = 0; i < dates.size(); i++) {
            var one = mark.apply("demographics|" + folded + "|" + dates.get(i).iso());
            System.arraycopy(one, 0, marks, i * MARK_BYTES, MARK_BYTES);
        }
        return new Demographics(marks);
    }

    /// Do both name the same person, as exactly as the less exact of the two dates allows?
    public boolean agreesWith(Demographics other) {
        var end = Math.min(marks.length, other.marks.length);
        return Arrays.equals(marks, end - MARK_BYTES, end, other.marks, end - MARK_BYTES, end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Demographics(var theirs) && Arrays.equals(marks, theirs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(marks);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
