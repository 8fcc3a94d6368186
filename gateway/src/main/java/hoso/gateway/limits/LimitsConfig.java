package hoso.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/// Values and their reasons are in `application.properties`.
@ConfigMapping(prefix = "gateway.limits")
interface LimitsConfig {

    Map<String, RuleConfig> rules();

    long trackedCallers();

    Duration keysRefresh();

    interface RuleConfig {

        @WithDefault("/api/")
        String path();

        Who who();

        int burst();

        int perMinute();
    }

    enum Who {
        ANYONE,
        ADDRESS,
        PERSON,
        MACHINE
    }
}
