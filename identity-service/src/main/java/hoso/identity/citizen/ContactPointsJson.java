package hoso.identity.citizen;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Contact points as sent and answered: `{"email": "…", "phone": "+84…"}`, each of which may be absent.
record ContactPointsJson(@Nullable String email, @Nullable String phone) implements Sensitive {

    static ContactPointsJson of(ContactPoints points) {
        var email = points.email();
        var phone = points.phone();
        return new ContactPointsJson(email == null ? null : email.text(), phone == null ? null : phone.e164());
    }

    /// Reads them, adding what is wrong to `errors`.
    ContactPoints read(String pointer, List<FieldError> errors) {
        return new ContactPoints(readEmail(pointer, errors), readPhone(pointer, errors));
    }

    /// Reads them or tells all that is wrong.
    ContactPoints read(String pointer) {
        var errors = new ArrayList<FieldError>();
        var points = read(pointer, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return points;
    }

    private @Nullable EmailAddress readEmail(String pointer, List<FieldError> errors) {
        if (email == null || email.isEmpty()) {
            return null;
        }
        var read = EmailAddress.read(email);
        if (read.isEmpty()) {
            errors.add(FieldError.of(pointer + "/email", "email-unusable"));
        }
        return read.orElse(null);
    }

    private @Nullable PhoneNumber readPhone(String pointer, List<FieldError> errors) {
        if (phone == null || phone.isEmpty()) {
            return null;
        }
        var read = PhoneNumber.read(phone);
        if (read.isEmpty()) {
            errors.add(FieldError.of(pointer + "/phone", "phone-unusable"));
        }
        return read.orElse(null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
