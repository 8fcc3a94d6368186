package hoso.identity.identification;

import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.Days;
import hoso.chassis.text.NameFolding;
import hoso.identity.citizen.PersonalNumberJson;
import hoso.identity.register.ReadPersonalNumber;
import hoso.identity.register.RegisteredPerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody says about a person whom the register shall confirm.
record IdentificationJson(
        @Nullable String personalNumber,
        @Nullable String fullName,
        @Nullable String birthDate) implements Sensitive {
    private static final int LONGEST_NAME = 200;

    /// A person as somebody described them.
    record Described(PersonalNumber number, String fullName, LocalDate birthDate) implements Sensitive {

        /// Whether the register's entry is of exactly this person.
        boolean is(RegisteredPerson person) {
            return person.personalNumber().equals(number.digits()) && person.isCalled(fullName, birthDate);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Reads it or tells all that is wrong.
    Described read(ReadPersonalNumber numbers) {
        var errors = new ArrayList<FieldError>();
        var described = read(numbers, errors);
        if (described == null) {
            throw Problem.invalid(errors).raise();
        }
        return described;
    }

    /// Reads it; what is wrong is added to `errors`, and then there is no result.
    @Nullable
    Described read(ReadPersonalNumber numbers, List<FieldError> errors) {
        var number = PersonalNumberJson.read(personalNumber, numbers, errors);
        var name = name(errors);
        var born = born(errors);
        return number == null || name == null || born == null ? null : new Described(number, name, born);
    }

    private @Nullable String name(List<FieldError> errors) {
        if (fullName == null || NameFolding.key(fullName).isEmpty()) {
            errors.add(FieldError.of("/fullName", "required"));
            return null;
        }
        if (fullName.length() > LONGEST_NAME) {
            errors.add(FieldError.of("/fullName", "too-long"));
            return null;
        }
        return fullName;
    }

    private @Nullable LocalDate born(List<FieldError> errors) {
        if (birthDate == null) {
            errors.add(FieldError.of("/birthDate", "required"));
            return null;
        }
        var day = Days.read(birthDate);
        if (day.isEmpty()) {
            errors.add(FieldError.of("/birthDate", "date-unreadable"));
        }
        return day.orElse(null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
