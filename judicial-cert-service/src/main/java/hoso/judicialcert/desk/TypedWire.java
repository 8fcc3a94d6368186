package hoso.judicialcert.desk;

import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an officer typed: lines stay lines, everything else is as text is stored.
final class TypedWire {
    private static final int MOST = 2_000;

    private TypedWire() {}

    /// A text that has to be there.
    static String required(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(List.of(FieldError.of(pointer, "required"))).raise();
        }
        return optional(pointer, text);
    }

    /// A text that may be left out: then it is empty.
    static String optional(String pointer, @Nullable String text) {
        if (text != null && text.length() > MOST) {
            throw Problem.invalid(List.of(FieldError.of(pointer, "too-long"))).raise();
        }
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFC)
                        .replaceAll("[\\p{Cntrl}&&[^\n]]+", " ")
                        .strip();
    }
}
