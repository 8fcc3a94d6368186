package hoso.judicialcert.intake;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A person as an organisation names them.
record PersonBody(
        @Nullable String personalNumber,
        @Nullable String fullName,
        @Nullable LocalDate birthDate) implements Sensitive {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final int MAX_NAME = 255;

    /// The person; empty when something is wrong, which is then among the errors.
    static Optional<Person> of(@Nullable PersonBody named, String at, List<FieldError> errors) {
        if (named == null) {
            errors.add(FieldError.of(at, "required"));
            return Optional.empty();
        }
        var before = errors.size();
        var number = named.personalNumber();
        var name = named.fullName();
        var born = named.birthDate();
        if (number == null || !NUMBER.matcher(number).matches()) {
            errors.add(FieldError.of(at + "/personalNumber", "format"));
        }
        if (name == null || name.isBlank()) {
            errors.add(FieldError.of(at + "/fullName", "required"));
        } else if (name.length() > MAX_NAME) {
            errors.add(FieldError.of(at + "/fullName", "too-long"));
        }
        if (born == null) {
            errors.add(FieldError.of(at + "/birthDate", "required"));
        }
        return errors.size() > before || number == null || name == null || born == null
                ? Optional.empty()
                : Optional.of(new Person(number, NameFolding.tidy(name), born));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
