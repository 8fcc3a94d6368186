package hoso.judicialcert.agency;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.person.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whose certificate an agency wants to read, as it knows them, and on what ground. Ids of certificates are told to
/// every agency: only who has a person before them reads one.
record HolderBody(
        @Nullable String personalNumber,
        @Nullable String fullName,
        @Nullable LocalDate birthDate,
        @Nullable String procedure,
        @Nullable String legalBasis,
        @Nullable String purpose,
        @Nullable String officer)
        implements Sensitive {

    Optional<Person> holder(LocalDate today, List<FieldError> errors) {
        return NamedPersonBody.read(personalNumber, fullName, birthDate, today, errors);
    }

    GroundsBody grounds() {
        return new GroundsBody(procedure, legalBasis, purpose, officer);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
