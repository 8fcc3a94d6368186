package hoso.judicialcert.verification.single;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `purpose`, `maxAgeDays` and `reference`, as they come.
public record AskedBody(
        @Nullable String purpose,
        @Nullable String maxAgeDays,
        @Nullable String reference) {
    private static final int LONGEST = 36_525;

    /// Understood, or refused with every error.
    Asked read(Law law, Clock clock) {
        var errors = new ArrayList<FieldError>();
        var asked = read(law, Law.dayOf(clock.instant()), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return asked;
    }

    public Asked read(Law law, LocalDate today, List<FieldError> errors) {
        var rule = Optional.ofNullable(purpose)
                .flatMap(code -> law.purposes(today).stream()
                        .filter(one -> one.code().equals(code))
                        .findFirst());
        if (purpose != null && rule.isEmpty()) {
            errors.add(FieldError.of("/purpose", "unknown"));
        }
        if (reference != null && !Asked.isReference(reference)) {
            errors.add(FieldError.of("/reference", "reference-unfit"));
        }
        return new Asked(new AcceptedAge(rule.orElse(null), days(errors)), Optional.ofNullable(reference));
    }

    private @Nullable Integer days(List<FieldError> errors) {
        if (maxAgeDays == null) {
            return null;
        }
        if (maxAgeDays.matches("[0-9]{1,5}") && Integer.parseInt(maxAgeDays) <= LONGEST) {
            return Integer.valueOf(maxAgeDays);
        }
        errors.add(FieldError.of("/maxAgeDays", "format"));
        return null;
    }
}
