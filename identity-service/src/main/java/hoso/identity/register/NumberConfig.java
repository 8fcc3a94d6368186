package hoso.identity.register;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/// Which personal numbers are taken.
@ConfigMapping(prefix = "identity.personal-number")
interface NumberConfig {

    /// Place codes of made-up people; empty where real people are served.
    Optional<Set<String>> testPrefixes();
}
