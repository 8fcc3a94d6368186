package hoso.healthrecord.filing.derivation;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How fast stored visits are made again, so that filing and reading do not feel it.
@ConfigMapping(prefix = "health-record.derivation")
interface DerivationConfig {

    /// How many are looked at in one transaction.
    int atOnce();

    /// The rest after each.
    Duration pause();
}
