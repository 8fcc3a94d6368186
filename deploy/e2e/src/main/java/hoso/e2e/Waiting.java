package hoso.e2e;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks until there is an answer.
public final class Waiting {
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// How often a person is told that it still waits.
    private static final Duration TELL = Duration.ofSeconds(5);

    /// Where waiting is told, for as long as somebody reads along; nobody does in tests.
    static final ScopedValue<PrintStream> TOLD = ScopedValue.newInstance();

    private Waiting() {}

    /// What a question is answered with at last.
    ///
    /// @throws IllegalStateException when it is not answered in time
    public static <T> T until(String what, Duration atMost, Supplier<Optional<T>> question) {
        var begin = System.nanoTime();
        var told = begin;
        while (System.nanoTime() - begin < atMost.toNanos()) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (TOLD.isBound() && System.nanoTime() - told >= TELL.toNanos()) {
                told = System.nanoTime();
                TOLD.get()
                        .println("   … waiting for " + what + ", "
                                + Duration.ofNanos(told - begin).toSeconds() + " s of at most " + atMost.toSeconds()
                                + " s");
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
