package hoso.identity.register;

import hoso.chassis.personal.Hidden;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the population register says about one person at one moment. Names are one field, as written on the card:
/// splitting Vietnamese names into given and family name is guesswork.
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
        @Nullable String spouseName)
        implements Hidden {

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
