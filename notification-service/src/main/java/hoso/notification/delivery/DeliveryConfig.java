package hoso.notification.delivery;

import io.smallrye.config.ConfigMapping;
import java.time.Duration;
import java.util.List;

/// How deliveries are worked off.
@ConfigMapping(prefix = "notification.delivery")
interface DeliveryConfig {

    List<Duration> pauses();

    Duration lease();

    Duration resendPause();

    int resends();

    Duration poll();

    int atOnce();
}
