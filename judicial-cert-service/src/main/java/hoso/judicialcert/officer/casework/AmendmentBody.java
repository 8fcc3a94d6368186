package hoso.judicialcert.officer.casework;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.officer.certificate.WrittenOrder;
import hoso.judicialcert.officer.certificate.WrittenOrderBody;
import hoso.judicialcert.typeface.PrintableText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What is set right, and on what document, as it comes.
///
/// @param applicant what is set right about the person
/// @param source the document that says how it is
record AmendmentBody(
        @Nullable Amendment applicant, @Nullable WrittenOrderBody source) implements Sensitive {
    private static final int LONGEST = 255;

    /// Personal numbers (Law 26/2023 Art. 12) and codes of administrative units (Decision 124/2004 and after).
    private static final Map<String, Pattern> CODES = Map.of(
            "personalNumber", Pattern.compile("[0-9]{12}"),
            "permanentAddress/communeCode", Pattern.compile("[0-9]{5}"),
            "permanentAddress/provinceCode", Pattern.compile("[0-9]{2}"));

    /// What is set right: something has to be, and every text has to fit its line.
    Amendment amendment() {
        var errors = new ArrayList<FieldError>();
        if (applicant == null || applicant.given().isEmpty()) {
            errors.add(FieldError.of("/applicant", "required"));
        } else {
            applicant.given().forEach((name, value) -> check(name, value, errors));
        }
        if (!errors.isEmpty() || applicant == null) {
            throw Problem.invalid(List.copyOf(errors)).raise();
        }
        return applicant.written(PrintableText::mapped);
    }

    /// Fits its line, and every letter of it is one that a certificate can show.
    private static void check(String name, String value, List<FieldError> errors) {
        var pointer = "/applicant/" + name;
        var code = CODES.get(name);
        if (value.isBlank()) {
            if (!Amendment.MAY_BE_EMPTY.contains(name)) {
                errors.add(FieldError.of(pointer, "required"));
            }
        } else if (value.length() > LONGEST) {
            errors.add(FieldError.of(pointer, "too-long"));
        } else if (code != null && !code.matcher(value).matches()) {
            errors.add(FieldError.of(pointer, "format"));
        } else {
            PrintableText.check(value, pointer, errors);
        }
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
