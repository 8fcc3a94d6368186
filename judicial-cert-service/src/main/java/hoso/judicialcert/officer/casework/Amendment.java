package hoso.judicialcert.officer.casework;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.Sex;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is set right; what is left out stays as it was.
record Amendment(
        @Nullable String fullName,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String nationality,
        @Nullable String ethnicity,
        @Nullable String birthplace,
        @Nullable String fatherName,
        @Nullable String motherName,
        @Nullable String spouseName)
        implements Sensitive {
    /// The person as they are to be named.
    Applicant of(Applicant before) {
        return new Applicant(
                before.personalNumber(),
                fullName == null ? before.fullName() : NameFolding.tidy(fullName),
                birthDate == null ? before.birthDate() : birthDate,
                sex == null ? before.sex() : sex,
                nationality == null ? before.nationality() : NameFolding.tidy(nationality),
                ethnicity == null ? before.ethnicity() : NameFolding.tidy(ethnicity),
                birthplace == null ? before.birthplace() : NameFolding.tidy(birthplace),
                before.permanentAddress(),
                fatherName == null ? before.fatherName() : NameFolding.tidy(fatherName),
                motherName == null ? before.motherName() : NameFolding.tidy(motherName),
                spouseName == null ? before.spouseName() : NameFolding.tidy(spouseName),
                before.accountLevel(),
                before.digitalCitizen());
    }

    /// For the history of the case.
    String text() {
        return given().entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// What is set right, by the name of its member.
    LinkedHashMap<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "fullName", fullName);
        put(given, "birthDate", birthDate);
        put(given, "sex", sex);
        put(given, "nationality", nationality);
        put(given, "ethnicity", ethnicity);
        put(given, "birthplace", birthplace);
        put(given, "fatherName", fatherName);
        put(given, "motherName", motherName);
        put(given, "spouseName", spouseName);
        return given;
    }

    private static void put(LinkedHashMap<String, String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
