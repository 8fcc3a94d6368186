package hoso.identity.identification;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.identity.identification.IdentificationJson.Described;
import hoso.identity.register.ReadPersonalNumber;
import hoso.identity.register.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody whom a citizen calls their own.
record DependantJson(
        @Nullable String relation,
        @Nullable String personalNumber,
        @Nullable String fullName,
        @Nullable String birthDate)
        implements Sensitive {

    /// Whom the citizen means, and what they are to the citizen.
    record Dependant(Relation relation, Described person) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Reads it or tells all that is wrong.
    Dependant read(ReadPersonalNumber numbers) {
        var errors = new ArrayList<FieldError>();
        var kind = relation(errors);
        var person = new IdentificationJson(personalNumber, fullName, birthDate).read(numbers, errors);
        if (kind == null || person == null) {
            throw Problem.invalid(errors).raise();
        }
        return new Dependant(kind, person);
    }

    private @Nullable Relation relation(List<FieldError> errors) {
        if (relation == null) {
            errors.add(FieldError.of("/relation", "required"));
            return null;
        }
        var kind = Relation.of(relation);
        if (kind.isEmpty()) {
            errors.add(FieldError.of("/relation", "relation-unknown"));
        }
        return kind.orElse(null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
