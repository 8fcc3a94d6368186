package hoso.bench.parts;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for what a server has to come to.
final class Waiting {
    private static final Duration POLL = Duration.ofMillis(50);

    private Waiting() {}

    /// Returns whether it became so in time.
    static boolean until(String what, Duration patience, Callable<Boolean> isSo)
            throws IOException, InterruptedException {
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < patience.toNanos()) {
            try {
                if (isSo.call()) {
                    return true;
                }
            } catch (InterruptedException | IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("while waiting for " + what, e);
            }
            pause(POLL);
        }
        return false;
    }

    static void pause(Duration duration) throws InterruptedException {
        var _ = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }
}
