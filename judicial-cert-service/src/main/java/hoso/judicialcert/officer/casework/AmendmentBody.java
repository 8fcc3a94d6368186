package hoso.judicialcert.officer.casework;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.officer.certificate.WrittenOrder;
import hoso.judicialcert.officer.certificate.WrittenOrderBody;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is set right, and on what document, as it comes.
///
/// @param applicant what is set right about the person
/// @param source the document that says how it is
record AmendmentBody(
        @Nullable Amendment applicant, @Nullable WrittenOrderBody source) implements Sensitive {
    private static final int LONGEST = 255;

    /// What is set right: something has to be, and every text has to fit its line.
    Amendment amendment() {
        var errors = new ArrayList<FieldError>();
        if (applicant == null || applicant.given().isEmpty()) {
            errors.add(FieldError.of("/applicant", "required"));
        } else {
            applicant.given().forEach((name, value) -> {
                if (value.isBlank() || value.length() > LONGEST) {
                    errors.add(FieldError.of("/applicant/" + name, value.isBlank() ? "required" : "too-long"));
                }
            });
        }
        if (!errors.isEmpty() || applicant == null) {
            throw Problem.invalid(List.copyOf(errors)).raise();
        }
        return applicant;
    }

    WrittenOrder document(Clock clock) {
        if (source == null) {
            throw Problem.invalid(List.of(FieldError.of("/source", "required"))).raise();
        }
        return source.read("/source", clock);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
