package hoso.notification.letter;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/// The postal carrier, and where certificates come from.
@ConfigMapping(prefix = "notification.letter")
interface LetterConfig {

    URI carrierUrl();

    String carrierSecret();

    String callbackSecret();

    URI judicialCertUrl();
}
