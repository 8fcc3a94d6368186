package hoso.identity.register;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the population register says about one person at one moment. Names are one field, as written on the card:
/// splitting Vietnamese names into given and family name is guesswork.
///
/// @param digitalCitizen whether the five basic documents are integrated in the app (Resolution 66.22/2026/NQ-CP)
public record RegisteredPerson(
        String personalNumber,
        String fullName,
        LocalDate birthDate,
        Sex sex,
        @Nullable String nationality,
        @Nullable String ethnicity,
        @Nullable String birthplace,
        @Nullable Address permanentAddress,
        @Nullable String fatherName,
        @Nullable String motherName,
        @Nullable String spouseName,
        boolean digitalCitizen)
        implements Sensitive {

    /// Whether somebody who knows the number also knows whose it is. Marks on letters count for nothing: many registers
    /// and keyboards leave them out.
    public boolean isCalled(String name, LocalDate born) {
        return NameFolding.key(fullName).equals(NameFolding.key(name)) && birthDate.equals(born);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
