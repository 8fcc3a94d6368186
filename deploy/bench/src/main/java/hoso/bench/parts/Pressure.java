package hoso.bench.parts;

import hoso.bench.report.Spread;
import hoso.local.command.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Two ways to put a service under pressure. Open: calls begin when they are due, whether the ones before have ended or
/// not, and what a call waited for is counted from when it was due. Closed: so many callers, each as fast as it is
/// answered.
public final class Pressure {
    private Pressure() {}

    /// One call; it throws when it was not answered as it should be.
    public interface Call {
        void make(int number) throws IOException, InterruptedException;
    }

    /// What was measured.
    ///
    /// @param perSecond answered calls a second
    /// @param millis each, from when it was due to its answer
    public record Measured(double perSecond, Spread millis) {
        /// Says whether nearly all were answered in time.
        ///
        /// @param most milliseconds for 99 of 100
        /// @param rate at how many a second
        public void aim(double most, int rate, Progress progress) {
            var p99 = millis.percentile(99);
            progress.goal(p99 <= most, "p99 at most %.0f ms at %d/s (%.1f)".formatted(most, rate, p99));
        }
    }

    public static Measured open(int rate, int calls, Call call) throws IOException, InterruptedException {
        var begin = System.nanoTime() + 50_000_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Double>>(calls);
            for (var number = 0; number < calls; number++) {
                var due = begin + (long) (number * 1e9 / rate);
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                var which = number;
                answers.add(threads.submit(() -> {
                    call.make(which);
                    return (System.nanoTime() - due) / 1e6;
                }));
            }
            var millis = new double[calls];
            for (var number = 0; number < calls; number++) {
                millis[number] = answered(answers.get(number));
            }
            return measured(millis, begin);
        }
    }

    public static Measured closed(int callers, int calls, Call call) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var begin = System.nanoTime();
        var millis = new double[calls];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Void>>();
            for (var caller = 0; caller < callers; caller++) {
                answers.add(threads.submit(() -> {
                    for (var number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                        var due = System.nanoTime();
                        call.make(number);
                        millis[number] = (System.nanoTime() - due) / 1e6;
                    }
                    return null;
                }));
            }
            for (var answer : answers) {
                answered(answer);
            }
            return measured(millis, begin);
        }
    }

    private static <T> T answered(Future<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException("a call failed: " + e.getCause(), e);
        }
    }

    private static Measured measured(double[] millis, long begin) {
        return new Measured(millis.length / ((System.nanoTime() - begin) / 1e9), Spread.of(millis));
    }
}
