package hoso.judicialcert.officer.queue;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an officer typed: lines stay lines, everything else is as text is stored.
public final class TypedReader {
    private static final int MOST = 2_000;
    private static final int LONGEST_REASON = 1_000;

    private TypedReader() {}

    /// What was decided, and why: both have to be there.
    public record Reasoned<T>(T decision, String reason) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What is missing or wrong is told all at once.
    public static <T> Reasoned<T> reasoned(@Nullable T decision, @Nullable String reason) {
        var errors = new ArrayList<FieldError>();
        if (decision == null) {
            errors.add(FieldError.of("/decision", "required"));
        }
        if (reason == null || reason.isBlank()) {
            errors.add(FieldError.of("/reason", "required"));
        } else if (reason.length() > LONGEST_REASON) {
            errors.add(FieldError.of("/reason", "too-long"));
        }
        if (!errors.isEmpty() || decision == null || reason == null) {
            throw Problem.invalid(errors).raise();
        }
        return new Reasoned<>(decision, reason.strip());
    }

    /// A text that has to be there.
    public static String required(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.invalid(List.of(FieldError.of(pointer, "required"))).raise();
        }
        return optional(pointer, text);
    }

    /// A text that may be left out: then it is empty.
    public static String optional(String pointer, @Nullable String text) {
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
