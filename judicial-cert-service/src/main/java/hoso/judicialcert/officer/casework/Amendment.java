package hoso.judicialcert.officer.casework;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.Address;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.Sex;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is set right: all that a certificate says of the person. What is left out stays as it was; an empty text says
/// that the certificate is to say nothing there, where it may.
record Amendment(
        @Nullable String personalNumber,
        @Nullable String fullName,
        @Nullable LocalDate birthDate,
        @Nullable Sex sex,
        @Nullable String nationality,
        @Nullable String ethnicity,
        @Nullable String birthplace,
        @Nullable Residence permanentAddress,
        @Nullable String fatherName,
        @Nullable String motherName,
        @Nullable String spouseName)
        implements Sensitive {
    /// What a certificate may say nothing in.
    static final Set<String> MAY_BE_EMPTY = Set.of("ethnicity", "birthplace", "fatherName", "motherName", "spouseName");

    /// Where the person is registered, as it is to be printed; the codes are those of the administrative units.
    record Residence(
            @Nullable String line,
            @Nullable String communeCode,
            @Nullable String provinceCode,
            @Nullable String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The same, each text as a certificate writes it.
    Amendment written(UnaryOperator<String> as) {
        return new Amendment(
                personalNumber,
                map(fullName, as),
                birthDate,
                sex,
                map(nationality, as),
                map(ethnicity, as),
                map(birthplace, as),
                permanentAddress == null
                        ? null
                        : new Residence(
                                map(permanentAddress.line(), as),
                                permanentAddress.communeCode(),
                                permanentAddress.provinceCode(),
                                map(permanentAddress.text(), as)),
                map(fatherName, as),
                map(motherName, as),
                map(spouseName, as));
    }

    private static @Nullable String map(@Nullable String text, UnaryOperator<String> as) {
        return text == null ? null : as.apply(text);
    }

    /// The person as they are to be named. Every text fits: see [AmendmentBody#amendment].
    Applicant of(Applicant before) {
        return new Applicant(
                personalNumber == null ? before.personalNumber() : personalNumber,
                text(fullName, before.fullName()),
                birthDate == null ? before.birthDate() : birthDate,
                sex == null ? before.sex() : sex,
                text(nationality, before.nationality()),
                orNothing(ethnicity, before.ethnicity()),
                orNothing(birthplace, before.birthplace()),
                permanentAddress == null ? before.permanentAddress() : address(permanentAddress),
                orNothing(fatherName, before.fatherName()),
                orNothing(motherName, before.motherName()),
                orNothing(spouseName, before.spouseName()),
                before.accountLevel(),
                before.digitalCitizen());
    }

    /// For the history of the case.
    String text() {
        return given().entrySet().stream()
                .map(one -> one.getKey() + ": " + one.getValue())
                .collect(Collectors.joining("\n"));
    }

    /// What is set right, by the name of its member, in JSON pointers below `/applicant`.
    Map<String, String> given() {
        var given = new LinkedHashMap<String, String>();
        put(given, "personalNumber", personalNumber);
        put(given, "fullName", fullName);
        put(given, "birthDate", birthDate);
        put(given, "sex", sex);
        put(given, "nationality", nationality);
        put(given, "ethnicity", ethnicity);
        put(given, "birthplace", birthplace);
        if (permanentAddress != null) {
            given.put("permanentAddress/line", Objects.requireNonNullElse(permanentAddress.line(), ""));
            given.put("permanentAddress/communeCode", Objects.requireNonNullElse(permanentAddress.communeCode(), ""));
            given.put("permanentAddress/provinceCode", Objects.requireNonNullElse(permanentAddress.provinceCode(), ""));
            given.put("permanentAddress/text", Objects.requireNonNullElse(permanentAddress.text(), ""));
        }
        put(given, "fatherName", fatherName);
        put(given, "motherName", motherName);
        put(given, "spouseName", spouseName);
        return given;
    }

    private static Address address(Residence residence) {
        return new Address(
                NameFolding.tidy(Objects.requireNonNull(residence.line())),
                Objects.requireNonNull(residence.communeCode()),
                Objects.requireNonNull(residence.provinceCode()),
                NameFolding.tidy(Objects.requireNonNull(residence.text())));
    }

    private static String text(@Nullable String given, String before) {
        return given == null ? before : NameFolding.tidy(given);
    }

    private static @Nullable String orNothing(@Nullable String given, @Nullable String before) {
        if (given == null) {
            return before;
        }
        return given.isBlank() ? null : NameFolding.tidy(given);
    }

    private static void put(Map<String, String> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value.toString());
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
