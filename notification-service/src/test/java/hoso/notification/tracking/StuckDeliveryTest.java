package hoso.notification.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.chassis.work.StuckCount;
import hoso.notification.PartnerAddresses;
import hoso.notification.delivery.Channel;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The messages of these tests are of a year in which nothing else happened. Nobody else sees them: they go with the
/// transaction of the test.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(PartnerAddresses.class)
@Tag("edge")
class StuckDeliveryTest {
    private static final Instant THEN = Instant.parse("2001-02-03T04:05:06Z");
    private static final int FAILURES = 1_000;

    @Inject
    StuckDeliveryRows stuck;

    @Inject
    EntityManager entities;

    @Test
    @TestTransaction
    void messagesThatDoNotGetOutAreCountedByChannelWithTheReasonOfTheOldest() {
        planned("EMAIL", "PLANNED", "connect-refused", THEN.minusSeconds(2), THEN.minusSeconds(1), 0);
        planned("EMAIL", "SENDING", null, THEN.minusSeconds(1), THEN.minusSeconds(1), 0);
        planned("POST", "UNKNOWN", null, THEN.minusSeconds(1), null, 0);

        assertThat(stuck.stuck(FAILURES, THEN))
                .containsExactly(
                        new StuckCount("deliveries-EMAIL", 2, THEN.minusSeconds(2), "PLANNED connect-refused"),
                        new StuckCount("deliveries-POST", 1, THEN.minusSeconds(1), "UNKNOWN"));
    }

    @Test
    @TestTransaction
    void aMessageThatWasTriedTooOftenIsStuckHoweverYoungItIs() {
        planned("IN_APP", "PLANNED", null, THEN.plusSeconds(1), THEN.plus(Duration.ofDays(36_500)), FAILURES);

        assertThat(stuck.stuck(FAILURES, THEN))
                .containsExactly(new StuckCount("deliveries-IN_APP", 1, THEN.plusSeconds(1), "PLANNED"));
    }

    @Test
    @TestTransaction
    void whatIsOverOrNotDueYetIsNotStuck() {
        planned("EMAIL", "SENT", null, THEN.minusSeconds(9), null, FAILURES);
        planned("POST", "FAILED", "no-address", THEN.minusSeconds(9), null, FAILURES);
        planned("EMAIL", "PLANNED", null, THEN.minusSeconds(9), THEN.plus(Duration.ofDays(36_500)), FAILURES - 1);

        assertThat(stuck.stuck(FAILURES, THEN)).isEmpty();
    }

    @Test
    void everyChannelHasAGaugeFromTheStart() {
        assertThat(stuck.workers())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Channel.values())
                        .map(channel -> "deliveries-" + channel)
                        .toList());
    }

    private void planned(
            String channel, String state, @Nullable String reason, Instant at, @Nullable Instant due, int attempts) {
        entities.createNativeQuery("""
                        insert into delivery (id, citizen_id, subject_type, subject_id, subject_sequence, notice, template,
                            channel, template_values, state, attempts, lost, lease, due_at, reason, planned_at, changed_at, version)
                        values (gen_random_uuid(), gen_random_uuid(), 'CERTIFICATE_REQUEST', :id, 1, 'CERTIFICATE_ISSUED', 1,
                            :channel, '{}', :state, :attempts, 0, gen_random_uuid(), cast(:due as timestamptz), :reason, :at, :at, 0)
                        """)
                .setParameter("id", UUID.randomUUID())
                .setParameter("channel", channel)
                .setParameter("state", state)
                .setParameter("attempts", attempts)
                .setParameter("due", due == null ? null : due.toString())
                .setParameter("reason", reason)
                .setParameter("at", at)
                .executeUpdate();
    }
}
