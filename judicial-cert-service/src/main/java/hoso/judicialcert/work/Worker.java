package hoso.judicialcert.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Does what waits, case by case, until nothing waits; then sleeps until it is told of more. A case that fails is put
/// off, so that it never stands in the way of the others. Several instances may work at once: a case is taken with a
/// lock that the others pass over.
public final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    private final String name;
    private final Duration pause;
    private final Cases cases;
    private final Semaphore told = new Semaphore(0);
    private volatile boolean ending;
    private @Nullable Thread thread;

    /// The cases a worker works on.
    public interface Cases {

        /// Some that wait, oldest first.
        List<UUID> waiting();

        /// Does one in a transaction of its own; one that another has, or that no longer waits, is passed over.
        ///
        /// @return whether it was done
        boolean take(UUID id);

        /// Puts off one that failed. Nothing has to be done where it comes up again by itself without standing in the
        /// way of others.
        default void putOff(UUID id) {}
    }

    public Worker(String name, Duration pause, Cases cases) {
        this.name = name;
        this.pause = pause;
        this.cases = cases;
    }

    public void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// There is something to do.
    public void tell() {
        told.release();
    }

    /// Ends after the case at hand.
    public void end() {
        ending = true;
        tell();
        try {
            if (thread != null) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!ending) {
            try {
                if (!round()) {
                    var _ = told.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    told.drainPermits();
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private boolean round() throws InterruptedException {
        try {
            var anyDone = false;
            for (var id : cases.waiting()) {
                if (ending) {
                    return false;
                }
                anyDone |= one(id);
            }
            // What others hold is waited for at rest, not by asking again and again.
            return anyDone;
        } catch (RuntimeException | Error e) {
            LOG.warnf("worker=%s resting after %s", name, e.getClass().getSimpleName());
            Thread.sleep(pause);
            return false;
        }
    }

    /// Nothing of the exception but its kind is logged: its text may quote what a citizen sent.
    private boolean one(UUID id) {
        try {
            return cases.take(id);
        } catch (RuntimeException | Error e) {
            LOG.warnf("worker=%s case=%s put off after %s", name, id, kinds(e));
            cases.putOff(id);
            return false;
        }
    }

    private static String kinds(Throwable fault) {
        var place = fault.getStackTrace().length == 0 ? "" : " at " + fault.getStackTrace()[0];
        var cause = fault.getCause();
        return fault.getClass().getSimpleName() + place + (cause == null ? "" : " < " + kinds(cause));
    }
}
