package hoso.chassis.problem;

/// One thing to mend in what was sent: where (JSON pointer, XML path or header name), a stable code, and a sentence
/// for people in the caller's language.
///
/// @param code also the key of the sentence in the resource bundles: `error.<code>`
public record FieldError(String pointer, String code, String message) {

    /// An error whose sentence is found by its code when the answer is written.
    public static FieldError of(String pointer, String code) {
        return new FieldError(pointer, code, "");
    }
}
