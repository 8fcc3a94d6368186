package hoso.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.database.Statements;
import hoso.chassis.event.KafkaSettings;
import hoso.chassis.event.Things;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("edge")
class ReconcilerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Reconciler reconciler;

    @Inject
    KafkaSettings kafka;

    @Inject
    Statements statements;

    @Inject
    MeterRegistry meters;

    @Inject
    Things things;

    @Inject
    Clock clock;

    @Test
    void whatTheRelayToldIsNotCountedAsLost() {
        var before = toldAgain();
        String last = "";
        for (var number = 0; number < 50; number++) {
            last = things.made("cái ấm").toString();
        }
        var subject = last;
        await().atMost(PATIENCE).until(() -> !Topic.read(Things.TOPIC, subject).isEmpty());

        await().atMost(PATIENCE).until(this::isAllCompared);

        assertThat(toldAgain()).isEqualTo(before);
        assertThat(Topic.read(Things.TOPIC, subject)).hasSize(1);
    }

    @Test
    void nothingIsComparedBeforeTheRelayHasComePastTheMarker() throws Exception {
        things.made("cái ấm");
        var behind = new Published(clock, Duration.ofMinutes(1));
        var came = new AtomicReference<Object>();
        try (var producer = kafka.producer("test")) {
            var comparing = Thread.ofPlatform().start(() -> {
                try {
                    came.set(reconciler.reconcile(producer, behind, true));
                } catch (InterruptedException e) {
                    came.set(e);
                    Thread.currentThread().interrupt();
                } catch (SQLException e) {
                    came.set(e);
                }
            });
            await().atMost(PATIENCE).until(() -> comparing.getState() == Thread.State.WAITING);
            comparing.interrupt();
            assertThat(comparing.join(PATIENCE)).isTrue();
        }

        assertThat(came.get()).isInstanceOf(InterruptedException.class);
    }

    private double toldAgain() {
        return meters.counter("hoso.outbox.told.again").count();
    }

    private boolean isAllCompared() {
        return statements.first("""
                        select coalesce((select max(position) from outbox) <= (select up_to_position from outbox_reconciled), false)
                        """, row -> row.getBoolean(1)).orElse(false);
    }
}
