package hoso.bench.certificate;

import hoso.bench.report.Spread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// Two ways to put a service under pressure. Open: calls begin when they are due, whether the ones before have ended or
/// not, and what a call waited for is counted from when it was due. Closed: so many callers, each as fast as it is
/// answered.
final class Pressure {
    private Pressure() {}

    /// One call; it throws when it was not answered as it should be.
    interface Call {
        void make(int number) throws IOException, InterruptedException;
    }

    /// @param perSecond answered calls a second
    /// @param millis each, from when it was due to its answer
    record Measured(double perSecond, Spread millis) {}

    static Measured open(int rate, int calls, Call call) throws IOException, InterruptedException {
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
            return measured(answers, begin);
        }
    }

    static Measured closed(int callers, int calls, Call call) throws IOException, InterruptedException {
        var next = new AtomicInteger();
        var begin = System.nanoTime();
        var millis = new double[calls];
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<Future<Double>>();
            for (var caller = 0; caller < callers; caller++) {
                answers.add(threads.submit(() -> {
                    for (var number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                        var due = System.nanoTime();
                        call.make(number);
                        millis[number] = (System.nanoTime() - due) / 1e6;
                    }
                    return 0.0;
                }));
            }
            var all = measured(answers, begin);
            return new Measured(calls / (callers / all.perSecond()), Spread.of(millis));
        }
    }

    private static Measured measured(List<Future<Double>> answers, long begin)
            throws IOException, InterruptedException {
        var millis = new double[answers.size()];
        for (var i = 0; i < millis.length; i++) {
            try {
                millis[i] = answers.get(i).get();
            } catch (ExecutionException e) {
                throw new IOException("a call failed: " + e.getCause(), e);
            }
        }
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new Measured(answers.size() / seconds, Spread.of(millis));
    }
}
