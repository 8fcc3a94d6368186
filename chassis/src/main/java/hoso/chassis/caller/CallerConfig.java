package hoso.chassis.caller;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What counts as a fresh step-up.
@ConfigMapping(prefix = "hoso.caller")
interface CallerConfig {

    /// How long ago the passcode behind a sensitive act may have been given. Five minutes: long enough to fill a form
    /// in, short enough for a phone that is left on a table.
    @WithDefault("5m")
    Duration stepUpAge();

    /// How far the clocks of the identity provider and this service may differ.
    @WithDefault("30s")
    Duration clockSkew();
}
