package hoso.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;

/// How deliveries are worked off.
@ConfigMapping(prefix = "notification.delivery")
interface DeliveryConfig {

    /// How long one attempt may take; longer than all its time-outs together.
    Duration lease();

    Duration poll();

    int atOnce();
}
