package hoso.judicialcert.intake;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.request.lifecycle.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What an agency asks, about whom, and on what ground (Law 28/2009 Art. 7; procedure 3.000331).
///
/// @param procedure the agency's own procedure it is needed for
/// @param officerId who of the agency asks
record AgencyBody(
        @Nullable PersonBody person,
        @Nullable CertificateKind kind,
        @Nullable String purpose,
        boolean banInformation,
        @Nullable String legalBasis,
        @Nullable String procedure,
        @Nullable String officerId)
        implements Sensitive {
    private static final int MAX_TEXT = 300;

    /// On what ground it is asked; kept sealed with the case.
    record Ground(String legalBasis, String procedure, String officerId) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record Question(Person person, Application application, Ground ground) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What is wrong with it is told all at once.
    Question question() {
        var errors = new ArrayList<FieldError>();
        var about = PersonBody.of(person, "/person", errors);
        if (kind == null) {
            errors.add(FieldError.of("/kind", "required"));
        }
        text(purpose, "/purpose", errors);
        text(legalBasis, "/legalBasis", errors);
        text(procedure, "/procedure", errors);
        text(officerId, "/officerId", errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        var application = new Application(
                Objects.requireNonNull(kind),
                Channel.AGENCY,
                FeeCategory.STANDARD,
                null,
                Objects.requireNonNull(purpose).strip(),
                banInformation,
                false,
                0,
                false,
                null,
                null);
        var ground = new Ground(
                Objects.requireNonNull(legalBasis).strip(),
                Objects.requireNonNull(procedure).strip(),
                Objects.requireNonNull(officerId).strip());
        return new Question(about.orElseThrow(), application, ground);
    }

    private static void text(@Nullable String value, String at, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(at, "required"));
        } else if (value.length() > MAX_TEXT) {
            errors.add(FieldError.of(at, "too-long"));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of(at, "format"));
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
