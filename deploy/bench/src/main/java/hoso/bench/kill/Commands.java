package hoso.bench.kill;

import hoso.bench.parts.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The callers: a command is sent until it is answered, to the other replica when one does not answer,
/// always with the same key. So each command must become one fact, whatever died under it.
final class Commands {
    private static final int CALLERS = 16;
    private static final int SUBJECTS = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration RETRY = Duration.ofMillis(100);
    /// After an outage callers hurry, but no more than this is made up for.
    private static final long LONGEST_DEBT = Duration.ofSeconds(1).toNanos();

    private final List<URI> replicas;
    private final long interval;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicLong due = new AtomicLong(System.nanoTime());
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicReference<@Nullable String> refused = new AtomicReference<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private volatile int count = Integer.MAX_VALUE;
    private volatile boolean isStopping;

    Commands(List<URI> replicas, int rate, long seed) {
        this.replicas = replicas;
        this.interval = 1_000_000_000L / rate;
        this.seed = seed;
    }

    void start() {
        for (var i = 0; i < CALLERS; i++) {
            Thread.ofPlatform().daemon().name("caller-" + i).start(this::call);
        }
    }

    /// No command is begun any more, once there are at least so many.
    ///
    /// @return how many there will be
    int finish(int least) {
        count = Math.max(least, next.get());
        return count;
    }

    void stop() {
        isStopping = true;
    }

    int answered() {
        return answered.get();
    }

    /// How often a command had to be sent again.
    int repeated() {
        return repeated.get();
    }

    /// Why a command was refused for good; null when none was. Nothing here may be.
    @Nullable
    String refused() {
        return refused.get();
    }

    static String name(int number) {
        return "command-" + number;
    }

    private void call() {
        try {
            for (var number = next.getAndIncrement(); number < count && !isStopping; number = next.getAndIncrement()) {
                waitForTurn();
                send(number);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void waitForTurn() {
        var turn = due.updateAndGet(last -> Math.max(last + interval, System.nanoTime() - LONGEST_DEBT));
        for (var left = turn - System.nanoTime(); left > 0; left = turn - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void send(int number) throws InterruptedException {
        var subject = "subject-" + new SplittableRandom(seed + number).nextInt(SUBJECTS);
        var body = "{\"command\":\"" + name(number) + "\",\"subject\":\"" + subject + "\"}";
        for (var attempt = 0; !isStopping; attempt++) {
            var request = HttpRequest.newBuilder(replicas.get((number + attempt) % replicas.size()))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", name(number))
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            if (isAnswered(request)) {
                answered.incrementAndGet();
                return;
            }
            repeated.incrementAndGet();
            Installation.pause(RETRY);
        }
    }

    private boolean isAnswered(HttpRequest request) throws InterruptedException {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() / 100 == 4) {
                refused.compareAndSet(null, response.statusCode() + " " + response.body());
            }
            return response.statusCode() == 201;
        } catch (IOException _) {
            return false; // killed under the request, or not there: sent again
        }
    }
}
