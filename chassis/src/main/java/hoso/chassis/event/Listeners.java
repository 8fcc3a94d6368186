package hoso.chassis.event;

import hoso.chassis.activity.Active;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/// Starts one consumer per [Subscription] with the service and stops them with it.
@Singleton
class Listeners {
    private final Instance<Subscription> subscriptions;
    private final Inbox inbox;
    private final EventReader reader;
    private final DeadLetters deadLetters;
    private final KafkaSettings settings;
    private final MeterRegistry meters;
    private final ListenerConfig config;
    private final List<Listening> listening = new ArrayList<>();

    Listeners(
            @Any Instance<Subscription> subscriptions,
            Inbox inbox,
            EventReader reader,
            DeadLetters deadLetters,
            KafkaSettings settings,
            MeterRegistry meters,
            ListenerConfig config) {
        this.subscriptions = subscriptions;
        this.inbox = inbox;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.meters = meters;
        this.config = config;
    }

    void start(@Observes Active active) {
        for (var subscription : subscriptions) {
            var one = new Listening(subscription, inbox, reader, deadLetters, settings, meters, config);
            listening.add(one);
            one.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        listening.forEach(Listening::stop);
        listening.forEach(Listening::join);
    }

    /// Names of the groups whose consumer thread has ended although the service runs.
    List<String> ended() {
        return listening.stream()
                .filter(Listening::hasEnded)
                .map(Listening::group)
                .toList();
    }
}
