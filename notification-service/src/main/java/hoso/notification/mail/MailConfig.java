package hoso.notification.mail;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The mail server, and who the mails come from.
@ConfigMapping(prefix = "notification.mail")
interface MailConfig {

    String host();

    int port();

    /// Whether the connection must turn to TLS (STARTTLS, certificate checked) before anything is said.
    boolean tls();

    Optional<String> user();

    Optional<String> password();

    String from();

    String fromName();

    Locale language();

    URI identityUrl();

    Duration connectTimeout();

    Duration answerTimeout();

    /// For all up to the final dot of a mail.
    Duration deadline();

    /// For the answer to the final dot.
    Duration acceptanceTimeout();

    List<Duration> pauses();

    Duration resendPause();

    int resends();
}
