package hoso.bench.relay;

import hoso.bench.parts.Installation;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/// Commits events, each in a transaction of its own.
final class Writers {
    private static final int THREADS = 4;
    /// At a given rate more threads wait for the disk at the same time, so that none is late for its next
    /// event.
    private static final int PACED_THREADS = 12;

    private final Installation installation;
    private final String database;
    private final Contender contender;
    private final Load load;
    private final String topic;

    Writers(Installation installation, String database, Contender contender, Load load, String topic) {
        this.installation = installation;
        this.database = database;
        this.contender = contender;
        this.load = load;
        this.topic = topic;
    }

    /// Commits a range as fast as it goes. What makes each commit wait for the disk is switched off here:
    /// the relay does not see the difference, and the backlog is there sooner.
    void backlog(int from, int count) throws SQLException, InterruptedException {
        var next = new AtomicInteger(from);
        together(THREADS, () -> {
            try (var connection = installation.connect(database);
                    var statement = connection.createStatement();
                    var insert = connection.prepareStatement(contender.insert())) {
                statement.execute("set synchronous_commit = off");
                for (var number = next.getAndIncrement(); number < from + count; number = next.getAndIncrement()) {
                    contender.bind(insert, load, number, topic);
                    insert.execute();
                }
            }
            return null;
        });
    }

    /// Commits a range durably at a fixed rate per second, whatever the relay does meanwhile.
    ///
    /// @param committedAt takes the moment each commit was asked for (monotonic nanoseconds): the wait for
    ///     the disk is part of what is measured
    /// @return how late the latest event was against its schedule
    Duration paced(int from, int count, int rate, AtomicLongArray committedAt)
            throws SQLException, InterruptedException {
        var next = new AtomicInteger();
        var latest = new java.util.concurrent.atomic.AtomicLong();
        var begin = System.nanoTime() + Duration.ofMillis(200).toNanos();
        together(PACED_THREADS, () -> {
            try (var connection = installation.connect(database);
                    var insert = connection.prepareStatement(contender.insert())) {
                connection.setAutoCommit(false);
                for (var i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    contender.bind(insert, load, from + i, topic);
                    var due = begin + i * 1_000_000_000L / rate;
                    waitUntil(due);
                    insert.execute();
                    var now = System.nanoTime();
                    committedAt.set(i, now);
                    connection.commit();
                    latest.accumulateAndGet(now - due, Math::max);
                }
            }
            return null;
        });
        return Duration.ofNanos(latest.get());
    }

    private static void waitUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void together(int threads, Callable<Void> work) throws SQLException, InterruptedException {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<Void>>();
            for (var i = 0; i < threads; i++) {
                running.add(executor.submit(work));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new SQLException("the load could not be written", e.getCause());
        }
    }
}
