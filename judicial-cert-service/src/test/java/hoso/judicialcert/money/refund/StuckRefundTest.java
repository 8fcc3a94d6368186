package hoso.judicialcert.money.refund;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.chassis.testing.Servers;
import hoso.chassis.work.StuckCount;
import hoso.judicialcert.Partners;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The refunds of these tests are of a year in which nothing else happened: they go with the transaction of the test.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class StuckRefundTest {
    private static final Instant THEN = Instant.parse("2001-02-03T04:05:06Z");
    private static final Instant LATER = THEN.plus(Duration.ofDays(36_500));
    private static final int FAILURES = 1_000;

    @Inject
    StuckRefundRows stuck;

    @Inject
    EntityManager entities;

    @Test
    @TestTransaction
    void moneyThatDoesNotGetBackIsCountedWithTheStateOfTheOldest() {
        var others = count();
        owed("UNKNOWN", THEN.minusSeconds(2), THEN.minusSeconds(1), 3);
        owed("OWED", THEN.minusSeconds(1), THEN, 0);

        assertThat(stuck.stuck(FAILURES, THEN))
                .containsExactly(new StuckCount("refunds", others + 2, THEN.minusSeconds(2), "UNKNOWN"));
    }

    @Test
    @TestTransaction
    void anOrderThatWasTriedTooOftenIsStuckHoweverYoungItIs() {
        var others = count();
        owed("ORDERED", THEN.plusSeconds(1), LATER, FAILURES);

        assertThat(stuck.stuck(FAILURES, THEN))
                .containsExactly(new StuckCount("refunds", others + 1, THEN.plusSeconds(1), "ORDERED"));
    }

    @Test
    @TestTransaction
    void whatTheBankRefusedIsStuckAtOnce() {
        var others = count();
        owed("FAILED", THEN.plusSeconds(1), null, 1);

        assertThat(stuck.stuck(FAILURES, THEN))
                .containsExactly(new StuckCount("refunds", others + 1, THEN.plusSeconds(1), "FAILED"));
    }

    @Test
    @TestTransaction
    void whatIsPaidOrWaitsForItsMomentIsNotStuck() {
        var others = count();
        owed("DONE", THEN.minusSeconds(9), null, FAILURES);
        owed("OWED", THEN.minusSeconds(9), LATER, 0);

        assertThat(count()).isEqualTo(others);
    }

    private long count() {
        return stuck.stuck(FAILURES, THEN).stream().mapToLong(StuckCount::items).sum();
    }

    private void owed(String status, Instant at, @Nullable Instant next, int attempts) {
        var transaction = UUID.randomUUID().toString();
        entities.createNativeQuery("""
                        insert into payment (transaction_id, amount, surplus, outcome, content, paid_at, told_at)
                        values (:transaction, 1, 1, 'NO_REQUEST', 'content', :at, :at)
                        """)
                .setParameter("transaction", transaction)
                .setParameter("at", at)
                .executeUpdate();
        entities.createNativeQuery("""
                        insert into refund (id, transaction_id, amount, sealed_for, status, since, next_at, outcome, attempts, owed_at)
                        values (gen_random_uuid(), :transaction, 1, gen_random_uuid(), :status, :at,
                            cast(:next as timestamptz), case when cast(:next as text) is null then 'said' end, :attempts, :at)
                        """)
                .setParameter("transaction", transaction)
                .setParameter("status", status)
                .setParameter("next", next == null ? null : next.toString())
                .setParameter("attempts", attempts)
                .setParameter("at", at)
                .executeUpdate();
    }
}
