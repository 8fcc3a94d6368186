package hoso.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("edge")
class StuckItemsTest {
    private static final String TOPIC = "other.things.v1";
    private static final String GROUP = "chassis-test.others";

    @Inject
    StuckItemRows stuck;

    @Inject
    StuckWatch watch;

    @Inject
    MeterRegistry meters;

    @Inject
    @Wellness
    StuckHealth health;

    @Inject
    Clock clock;

    @Test
    void whatFailedTooOftenIsAGaugeAndAReasonUntilItIsDone() {
        var worker = "worker-" + UUID.randomUUID();
        var item = UUID.randomUUID();
        for (var i = 1; i <= 5; i++) {
            assertThat(stuck.failed(worker, item, "IllegalStateException at Place.java:" + i))
                    .isEqualTo(i);
        }

        watch.count();

        assertThat(meters.get("hoso.stuck.items").tag("worker", worker).gauge().value())
                .isOne();
        assertThat(health.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(health.call().getData().orElseThrow().get(worker)).asString().contains("Place.java:5");
        stuck.done(worker, item);
        watch.count();
        assertThat(meters.find("hoso.stuck.items").tag("worker", worker).gauge())
                .isNull();
    }

    @Test
    void oneFailureIsNotStuckUntilItHasLastedTooLongAndIsForgottenWhenNobodyTriesIt() {
        var worker = "worker-" + UUID.randomUUID();
        var item = UUID.randomUUID();
        stuck.failed(worker, item, "X");
        var now = clock.instant();

        assertThat(stuck.stuck(5, now.minus(Duration.ofMinutes(10))))
                .noneMatch(one -> one.worker().equals(worker));
        assertThat(stuck.stuck(5, now.plusSeconds(1)))
                .anyMatch(one -> one.worker().equals(worker));
        stuck.forget(now.plusSeconds(1));
        assertThat(stuck.of(worker)).isEmpty();
    }

    @Test
    void aDeadLetterStaysWithAPersonUntilItIsTakenInAfterAll() {
        var id = UUID.randomUUID();
        Topic.put(
                TOPIC,
                "dead",
                Map.of("ce_id", id.toString(), "ce_type", "hoso.other.ThingMade.v1"),
                "not json".getBytes(StandardCharsets.UTF_8));
        await().untilAsserted(() -> assertThat(stuck.of(GROUP)).contains(id));

        stuck.forget(clock.instant().plus(Duration.ofDays(1)));
        assertThat(stuck.of(GROUP)).contains(id);
        Topic.publish(id, TOPIC, "hoso.other.ThingMade.v1", "dead", "s", "{\"name\":\"mended\"}");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(stuck.of(GROUP)).doesNotContain(id));
    }
}
