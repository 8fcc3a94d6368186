package hoso.judicialcert.person;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Somebody as a judgment or a request names them. Old judgments have no personal number.
///
/// @param formerNumbers numbers the person had before: identity card (CMND, 9 digits), or a cancelled personal number
public record Person(
        @Nullable String personalNumber,
        String fullName,
        LocalDate birthDate,
        List<String> formerNumbers,
        @Nullable String fatherName,
        @Nullable String motherName)
        implements Sensitive {

    public Person(@Nullable String personalNumber, String fullName, LocalDate birthDate) {
        this(personalNumber, fullName, birthDate, List.of(), null, null);
    }

    /// All numbers, present and former.
    public List<String> numbers() {
        return Stream.concat(Stream.ofNullable(personalNumber), formerNumbers.stream())
                .distinct()
                .toList();
    }

    /// By what namesakes born on the same day are alike; names are compared without marks, for old registers left them
    /// out.
    public String namesake() {
        return NameFolding.key(fullName) + "|" + birthDate;
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
