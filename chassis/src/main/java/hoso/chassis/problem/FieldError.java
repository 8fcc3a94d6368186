package hoso.chassis.problem;

import java.util.Map;

/// One thing to mend in what was sent: where (JSON pointer, XML path or header name), a stable code, and a sentence
/// for people in the caller's language.
///
/// @param code also the key of the sentence in the resource bundles: `error.<code>`
/// @param values what the sentence names, by the names in its braces
public record FieldError(String pointer, String code, String message, Map<String, String> values) {

    public FieldError {
        values = Map.copyOf(values);
    }

    public FieldError(String pointer, String code, String message) {
        this(pointer, code, message, Map.of());
    }

    /// An error whose sentence is found by its code when the answer is written.
    public static FieldError of(String pointer, String code) {
        return new FieldError(pointer, code, "");
    }

    /// The same, where the sentence names something.
    public static FieldError of(String pointer, String code, Map<String, String> values) {
        return new FieldError(pointer, code, "", values);
    }
}
