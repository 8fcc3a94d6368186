package hoso.notification.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a message is about.
///
/// @param certificate the certificate delivered, or null when the message is only news of the thing
/// @param sequence which event of the thing made it: the same event told again makes no second message
public record About(Kind kind, UUID id, @Nullable UUID certificate, long sequence) {

    public enum Kind {
        CERTIFICATE_REQUEST,
        CERTIFICATE_SHARE,
        HEALTH_RECORD,
        RECORD_SHARE
    }

    /// The same thing, as news only.
    public About withoutCertificate() {
        return new About(kind, id, null, sequence);
    }
}
