package hoso.chassis.passcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PlacesTest {

    @Test
    void whoeverFindsTooManyWaitingIsSentAwayAtOnceAndTheOthersHaveTheirTurn() throws Exception {
        var places = new Places(2, 3, Duration.ofMinutes(5));
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var served = new ArrayList<Future<Optional<String>>>();
            for (var i = 0; i < 5; i++) {
                served.add(threads.submit(() -> places.with(() -> waitFor(end))));
            }
            await().until(() -> places.waiting() == 3);

            var refused = places.with(() -> "served");

            assertThat(refused).isEmpty();
            end.countDown();
            for (var one : served) {
                assertThat(one.get()).contains("served");
            }
            assertThat(places.with(() -> "served")).contains("served");
        }
    }

    @Test
    void whoeverWaitsTooLongIsSentAway() {
        var places = new Places(1, 3, Duration.ofMillis(100));

        var inner = places.with(() -> places.with(() -> "served"));

        assertThat(inner).contains(Optional.empty());
    }

    private static String waitFor(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return "served";
    }
}
