package hoso.chassis.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// How patient a listener is with an event that fails.
@ConfigMapping(prefix = "hoso.listener")
interface ListenerConfig {

    /// Pauses before the next attempts. When they are used up the event is put aside; about 15 s in all, so that one
    /// bad event holds its partition up no longer than that.
    @WithDefault("100ms,500ms,2s,5s,8s")
    List<Duration> pauses();

    /// Pause between attempts while the database or Kafka is away; such an event is never put aside.
    @WithDefault("1s")
    Duration awayPause();
}
