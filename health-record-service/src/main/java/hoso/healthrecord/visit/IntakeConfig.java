package hoso.healthrecord.visit;

import io.smallrye.config.ConfigMapping;

/// How visits are taken in.
@ConfigMapping(prefix = "health-record.intake")
interface IntakeConfig {

    /// How many documents above 1 MB are read at the same time.
    int largeAtOnce();
}
