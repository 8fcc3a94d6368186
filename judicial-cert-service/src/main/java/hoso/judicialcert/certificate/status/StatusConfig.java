package hoso.judicialcert.certificate.status;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/// How fresh lists are; the reasons stand in application.properties.
@ConfigMapping(prefix = "judicial-cert.status")
interface StatusConfig {

    /// Where the lists are, as everybody sees them; without the number.
    URI uri();

    /// How long a signed list may be believed.
    Duration validity();

    /// How old a list is at most when it is served.
    Duration renewal();

    /// How long whoever fetched one need not ask again.
    Duration ttl();

    /// How long this instance serves a list before it looks whether something changed.
    Duration lookAgain();
}
