package hoso.judicialcert.agency;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// On what ground an agency asks, as it says; who it is says its token.
record GroundsBody(
        @Nullable String procedure,
        @Nullable String legalBasis,
        @Nullable String purpose,
        @Nullable String officer) implements Sensitive {
    private static final int MAX_CODE = 64;
    private static final int MAX_PURPOSE = 500;

    Grounds grounds(Caller caller, List<FieldError> before) {
        var errors = new ArrayList<>(before);
        text(procedure, "/procedure", MAX_CODE, errors);
        text(legalBasis, "/legalBasis", MAX_CODE, errors);
        text(purpose, "/purpose", MAX_PURPOSE, errors);
        text(officer, "/officer", MAX_CODE, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new Grounds(
                caller.requireOrganisation(),
                caller.clientId(),
                tidy(procedure),
                tidy(legalBasis),
                tidy(purpose),
                tidy(officer));
    }

    static void text(@Nullable String value, String pointer, int max, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (value.length() > max) {
            errors.add(FieldError.of(pointer, "too-long"));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of(pointer, "format"));
        }
    }

    private static String tidy(@Nullable String text) {
        return NameFolding.tidy(Objects.requireNonNull(text));
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
