package hoso.chassis.work;

import hoso.chassis.problem.Faults;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Does what waits, item by item, until nothing waits; then sleeps until it is told of more. An item that fails is put
/// off, so that it never stands in the way of the others, and its failures are counted where an operator sees them. One
/// that failed too often is given to a person, if its kind has one. Several instances may work at once: an item is
/// taken with a lock that the others pass over.
public final class Worker {
    private static final Logger LOG = Logger.getLogger(Worker.class);

    /// Stands for the look for work, which can fail like an item.
    private static final UUID LOOKING = new UUID(0, 0);

    private final String name;
    private final Duration pause;
    private final Cases cases;
    private final StuckItems stuck;
    private final int giveUpAfter;
    private final Semaphore told = new Semaphore(0);
    private volatile boolean ending;
    private boolean hasFailedToLook;
    private @Nullable Thread thread;

    /// The items a worker works on.
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

        /// Gives one that failed too often to a person, in a transaction of its own.
        ///
        /// @param fault the last one; where it is none of the item's own making, the item stays
        /// @return whether a person has it now, and the worker is rid of it
        default boolean giveUp(UUID id, Throwable fault) {
            return false;
        }
    }

    /// @param giveUpAfter so many failures
    Worker(String name, Duration pause, Cases cases, StuckItems stuck, int giveUpAfter) {
        this.name = name;
        this.pause = pause;
        this.cases = cases;
        this.stuck = stuck;
        this.giveUpAfter = giveUpAfter;
    }

    public void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /// There is something to do.
    public void wake() {
        told.release();
    }

    /// Ends after the case at hand.
    public void end() {
        ending = true;
        wake();
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
            var waiting = cases.waiting();
            var failed = waiting.isEmpty() && !hasFailedToLook ? Set.<UUID>of() : stuck.of(name);
            if (failed.contains(LOOKING)) {
                stuck.done(name, LOOKING);
            }
            hasFailedToLook = false;
            var anyDone = false;
            for (var id : waiting) {
                if (ending) {
                    return false;
                }
                anyDone |= one(id, failed);
            }
            // What others hold is waited for at rest, not by asking again and again.
            return anyDone;
        } catch (RuntimeException | Error e) {
            LOG.warnf("worker=%s resting after %s", name, Faults.trace(e));
            hasFailedToLook = true;
            count(LOOKING, e);
            Thread.sleep(pause);
            return false;
        }
    }

    /// Nothing of the exception but its kind is kept: its text may quote what a citizen sent.
    private boolean one(UUID id, Set<UUID> failed) {
        try {
            var isDone = cases.take(id);
            if (isDone && failed.contains(id)) {
                stuck.done(name, id);
            }
            return isDone;
        } catch (RuntimeException | Error e) {
            LOG.warnf("worker=%s item=%s put off after %s", name, id, Faults.trace(e));
            cases.putOff(id);
            if (count(id, e) >= giveUpAfter) {
                giveUp(id, e);
            }
            return false;
        }
    }

    /// A database that is away is nobody's failure: the work is only early.
    private int count(UUID id, Throwable fault) {
        if (Faults.isDatabaseAway(fault)) {
            return 0;
        }
        try {
            return stuck.failed(name, id, Faults.trace(fault));
        } catch (RuntimeException e) {
            LOG.warnf("worker=%s item=%s failure not counted: %s", name, id, Faults.trace(e));
            return 0;
        }
    }

    private void giveUp(UUID id, Throwable fault) {
        try {
            if (cases.giveUp(id, fault)) {
                stuck.done(name, id);
                LOG.warnf("worker=%s item=%s given to a person", name, id);
            }
        } catch (RuntimeException | Error e) {
            LOG.warnf("worker=%s item=%s could not be given to a person: %s", name, id, Faults.trace(e));
        }
    }
}
