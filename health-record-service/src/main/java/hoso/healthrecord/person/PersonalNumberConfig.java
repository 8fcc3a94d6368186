package hoso.healthrecord.person;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/// Which numbers of made-up people are taken.
@ConfigMapping(prefix = "health-record.personal-number")
interface PersonalNumberConfig {

    /// Place codes that no province has; empty where real people are served.
    Optional<Set<String>> testPrefixes();
}
