package hoso.judicialcert.certificate.issue;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with a certificate, in the words of whoever says so.
record CorrectionBody(@Nullable String wrong) implements Sensitive {
    private static final int MAX_TEXT = 1_000;

    String said() {
        if (wrong == null || wrong.isBlank()) {
            throw Problem.invalid(List.of(FieldError.of("/wrong", "required"))).raise();
        }
        if (wrong.length() > MAX_TEXT) {
            throw Problem.invalid(List.of(FieldError.of("/wrong", "too-long"))).raise();
        }
        return NameFolding.tidy(wrong);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
