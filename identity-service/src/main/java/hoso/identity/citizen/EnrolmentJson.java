package hoso.identity.citizen;

import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.identity.register.ReadPersonalNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an enrolment desk sends.
record EnrolmentJson(
        @Nullable String personalNumber,
        @Nullable Integer accountLevel,
        @Nullable ContactPointsJson contactPoints) implements Sensitive {

    /// An enrolment that makes sense in itself; the register has not been asked yet.
    record Enrolment(PersonalNumber number, AccountLevel level, ContactPoints contactPoints) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The answer: nothing that the desk did not know, except the identifier.
    record Enrolled(UUID citizenId, int accountLevel, boolean manualCheck) {}

    Enrolment read(ReadPersonalNumber numbers) {
        var errors = new ArrayList<FieldError>();
        var number = PersonalNumberJson.read(personalNumber, numbers, errors);
        var level = level(errors);
        var points = contactPoints == null ? ContactPoints.NONE : contactPoints.read("/contactPoints", errors);
        if (number == null || level == null || !errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new Enrolment(number, level, points);
    }

    private @Nullable AccountLevel level(List<FieldError> errors) {
        if (accountLevel == null) {
            errors.add(FieldError.of("/accountLevel", "required"));
            return null;
        }
        var level = AccountLevel.of(accountLevel).filter(known -> known != AccountLevel.NONE);
        if (level.isEmpty()) {
            errors.add(FieldError.of("/accountLevel", "account-level-unknown"));
        }
        return level.orElse(null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
