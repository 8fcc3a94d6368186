package hoso.notification.letter;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// The postal carrier, and where certificates come from.
@ConfigMapping(prefix = "notification.letter")
interface LetterConfig {

    URI carrierUrl();

    String carrierSecret();

    String callbackSecret();

    URI judicialCertUrl();

    List<Duration> pauses();
}
