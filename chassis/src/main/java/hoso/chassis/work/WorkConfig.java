package hoso.chassis.work;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// From when on an item that is not done is stuck.
@ConfigMapping(prefix = "hoso.work")
public interface WorkConfig {

    /// So many failures in a row make an item stuck.
    @WithDefault("5")
    int stuckFailures();

    /// So long after its first failure an item is stuck, however often it was tried.
    @WithDefault("10m")
    Duration stuckAfter();

    /// An item that did not fail for so long is not tried any more: it was done elsewhere, or does not wait. It is
    /// forgotten, unless only a person can end it. Longer than any pause between two attempts.
    @WithDefault("2h")
    Duration forgetAfter();

    /// How often the stuck items are counted for the gauge.
    @WithDefault("30s")
    Duration count();
}
