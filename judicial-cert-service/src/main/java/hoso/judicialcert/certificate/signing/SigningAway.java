package hoso.judicialcert.certificate.signing;

import org.jspecify.annotations.Nullable;

/// Nothing can be signed for the time being; whoever waits for a signature goes on waiting. The text is for operators
/// and quotes nothing but settings.
@SuppressWarnings("serial") // never serialized
public class SigningAway extends RuntimeException {

    SigningAway(String reason) {
        this(reason, null);
    }

    SigningAway(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }

    /// What an operator is told.
    String reason() {
        return String.valueOf(getMessage());
    }
}
