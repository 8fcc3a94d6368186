package hoso.judicialcert.verification.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class RateLimiterTest {
    private final Hands clock = new Hands();

    /// A clock that stands until it is moved.
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-25T03:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void soManyPassAndTheNextIsToldHowLongToWait() {
        var budget = new RateLimiter(clock, 10, Duration.ofMinutes(1));

        for (var i = 0; i < 10; i++) {
            assertThat(budget.take("203.0.113.7")).isEmpty();
        }

        assertThat(budget.take("203.0.113.7")).contains(Duration.ofSeconds(6));
        assertThat(budget.take("203.0.113.8")).isEmpty();
    }

    @Test
    void onceTheTimeToldHasPassedOneMorePasses() {
        var budget = new RateLimiter(clock, 10, Duration.ofMinutes(1));
        for (var i = 0; i < 11; i++) {
            budget.take("a");
        }

        clock.move(Duration.ofMillis(5_999));
        assertThat(budget.take("a")).contains(Duration.ofMillis(1));
        clock.move(Duration.ofMillis(1));

        assertThat(budget.take("a")).isEmpty();
        assertThat(budget.take("a")).isPresent();
    }

    @Test
    void whatIsGivenBackCanBeTakenAgain() {
        var budget = new RateLimiter(clock, 2, Duration.ofMinutes(1));

        for (var i = 0; i < 50; i++) {
            assertThat(budget.take("code")).isEmpty();
            budget.giveBack("code");
        }
        assertThat(budget.take("code")).isEmpty();
        assertThat(budget.take("code")).isEmpty();

        assertThat(budget.take("code")).isPresent();
    }

    @RepeatedTest(20)
    void sixteenThreadsGetNotOneMoreAndNotOneLess() throws Exception {
        var budget = new RateLimiter(clock, 100, Duration.ofMinutes(1));

        try (var threads = Executors.newFixedThreadPool(16)) {
            var attempts = IntStream.range(0, 16)
                    .<Callable<Long>>mapToObj(_ -> () -> IntStream.range(0, 50)
                            .filter(_ -> budget.take("one").isEmpty())
                            .count())
                    .toList();
            var passed = 0L;
            for (var one : threads.invokeAll(attempts)) {
                passed += one.get();
            }

            assertThat(passed).isEqualTo(100);
        }
    }

    @Test
    void itsMemoryIsBoundedAndWhoIsCountedStaysCounted() {
        var budget = new RateLimiter(clock, 2, Duration.ofMinutes(1), 1_000);
        budget.take("first");
        budget.take("first");

        for (var i = 0; i < 50_000; i++) {
            budget.take("key " + i);
        }

        assertThat(budget.size()).isLessThanOrEqualTo(1_000 + 4_096);
        assertThat(budget.take("first")).isPresent();
    }

    @Test
    void whatIsLongPastMakesRoom() {
        var budget = new RateLimiter(clock, 2, Duration.ofMinutes(1), 1_000);
        for (var i = 0; i < 1_000; i++) {
            budget.take("key " + i);
        }
        clock.move(Duration.ofMinutes(2));

        assertThat(budget.take("new")).isEmpty();

        assertThat(budget.size()).isOne();
    }
}
