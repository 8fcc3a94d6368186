package hoso.identity.register;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/// Where the population register is and how long it may take.
@ConfigMapping(prefix = "identity.register")
interface RegisterConfig {

    URI url();

    String secret();

    Duration connectTimeout();

    Duration answerTimeout();
}
