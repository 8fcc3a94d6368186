package hoso.chassis.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class WorkerTest {
    private static final UUID GOOD = new UUID(1, 1);
    private static final UUID BAD = new UUID(1, 2);

    private final Remembered stuck = new Remembered();
    private final List<UUID> done = new CopyOnWriteArrayList<>();
    private final List<Worker> workers = new ArrayList<>();

    @AfterEach
    void end() {
        workers.forEach(Worker::end);
    }

    @Test
    void anItemThatFailsIsCountedWithItsReasonAndStandsInNobodysWay() {
        works(id -> {
            throw new IllegalStateException("NGUYỄN THỊ THỬ NGHIỆM");
        });

        await().untilAsserted(() -> assertThat(stuck.failures(BAD)).isGreaterThan(2));

        assertThat(done).contains(GOOD);
        assertThat(stuck.reasons.get(BAD))
                .contains("IllegalStateException at WorkerTest.java")
                .doesNotContain("NGUYỄN");
        assertThat(stuck.failures(GOOD)).isZero();
    }

    @Test
    void anItemThatIsDoneAfterAllIsNoLongerCounted() {
        var tries = new AtomicInteger();
        works(id -> {
            if (tries.incrementAndGet() < 3) {
                throw new IllegalStateException();
            }
            return done.add(id);
        });

        await().until(() -> done.contains(BAD));

        await().untilAsserted(() -> assertThat(stuck.failures(BAD)).isZero());
    }

    @Test
    void anItemThatFailedTooOftenIsGivenToAPersonOnce() {
        var given = new CopyOnWriteArrayList<UUID>();
        var worker = new Worker(
                "test",
                Duration.ofMillis(10),
                new Works(id -> {
                    throw new StackOverflowError();
                }) {
                    @Override
                    public List<UUID> waiting() {
                        return given.contains(BAD) ? List.of() : super.waiting();
                    }

                    @Override
                    public boolean giveUp(UUID id, Throwable fault) {
                        assertThat(fault).isInstanceOf(StackOverflowError.class);
                        return given.add(id);
                    }
                },
                stuck,
                3);
        start(worker);

        await().untilAsserted(() -> assertThat(given).containsExactly(BAD));

        assertThat(stuck.most.get(BAD)).isEqualTo(3);
        await().untilAsserted(() -> assertThat(stuck.failures(BAD)).isZero());
    }

    @Test
    void aDatabaseThatIsAwayIsNoFailureOfTheItem() {
        var tries = new AtomicInteger();
        works(id -> {
            tries.incrementAndGet();
            throw new IllegalStateException(new SQLException("gone", "08006"));
        });

        await().until(() -> tries.get() > 4);

        assertThat(stuck.failures(BAD)).isZero();
    }

    @Test
    void aWorkerThatCannotLookForWorkIsStuckItselfUntilItCan() {
        var looks = new AtomicInteger();
        var worker = new Worker(
                "test",
                Duration.ofMillis(10),
                new Works(done::add) {
                    @Override
                    public List<UUID> waiting() {
                        if (looks.incrementAndGet() < 4) {
                            throw new IllegalStateException();
                        }
                        return List.of();
                    }
                },
                stuck,
                3);
        start(worker);

        await().until(() -> looks.get() > 5);

        assertThat(stuck.most.get(new UUID(0, 0))).isEqualTo(3);
        await().untilAsserted(() -> assertThat(stuck.failures(new UUID(0, 0))).isZero());
    }

    private void works(java.util.function.Predicate<UUID> bad) {
        start(new Worker("test", Duration.ofMillis(10), new Works(bad), stuck, 100));
    }

    private void start(Worker worker) {
        workers.add(worker);
        worker.start();
    }

    /// One item that is done, and one that is not.
    private class Works implements Worker.Cases {
        private final java.util.function.Predicate<UUID> bad;

        Works(java.util.function.Predicate<UUID> bad) {
            this.bad = bad;
        }

        @Override
        public List<UUID> waiting() {
            return List.of(BAD, GOOD).stream().filter(id -> !done.contains(id)).toList();
        }

        @Override
        public boolean take(UUID id) {
            return id.equals(GOOD) ? done.add(id) : bad.test(id);
        }
    }

    /// Counts in memory; the table has its test with the chassis.
    private static final class Remembered implements StuckItems {
        private final Map<UUID, Integer> failures = new HashMap<>();
        private final Map<UUID, Integer> most = new ConcurrentHashMap<>();
        private final Map<UUID, String> reasons = new ConcurrentHashMap<>();

        @Override
        public synchronized int failed(String worker, UUID item, String reason) {
            reasons.put(item, reason);
            var count = failures.merge(item, 1, Integer::sum);
            most.merge(item, count, Math::max);
            return count;
        }

        @Override
        public void leftToPerson(String worker, UUID item, String reason) {
            failed(worker, item, reason);
        }

        @Override
        public synchronized void done(String worker, UUID item) {
            failures.remove(item);
        }

        @Override
        public synchronized Set<UUID> of(String worker) {
            return Set.copyOf(failures.keySet());
        }

        synchronized int failures(UUID item) {
            return failures.getOrDefault(item, 0);
        }
    }
}
