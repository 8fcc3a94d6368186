package hoso.judicialcert.agency;

import hoso.chassis.problem.FieldError;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Somebody as an agency names them: by number, name and birth date.
final class NamedPersonBody {
    private static final int MAX_NAME = 255;

    private NamedPersonBody() {}

    /// Empty when something is wrong; what, is then among the errors.
    static Optional<Person> read(
            @Nullable String number,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            LocalDate today,
            List<FieldError> errors) {
        var before = errors.size();
        if (number == null || !number.matches("[0-9]{12}")) {
            errors.add(FieldError.of("/personalNumber", "format"));
        }
        GroundsBody.text(fullName, "/fullName", MAX_NAME, errors);
        if (birthDate == null) {
            errors.add(FieldError.of("/birthDate", "required"));
        } else if (birthDate.isAfter(today)) {
            errors.add(FieldError.of("/birthDate", "in-the-future"));
        }
        return errors.size() > before || fullName == null || birthDate == null
                ? Optional.empty()
                : Optional.of(new Person(number, NameFolding.tidy(fullName), birthDate));
    }
}
