package hoso.judicialcert.certificate.log;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How the log is kept.
@ConfigMapping(prefix = "judicial-cert.log")
interface LogConfig {

    /// How often new entries are looked for.
    @WithDefault("1s")
    Duration pause();

    /// At most one checkpoint in this time, when there are new entries.
    @WithDefault("5s")
    Duration period();

    /// A checkpoint in this time also when there are none, so that its age tells that the log is alive.
    @WithDefault("1h")
    Duration renewal();
}
