package hoso.e2e;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks until there is an answer.
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Waiting() {}

    public static <T> T until(String what, Duration atMost, Supplier<Optional<T>> question) {
        var end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new IllegalStateException("waited in vain for " + what);
    }
}
