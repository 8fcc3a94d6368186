package hoso.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.BadPartner.Way;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Holds a client against every [BadPartner]. A house rule asks for it: each client of a service is named in a test
/// beside this class.
public final class AgainstBadPartners {
    /// Far more than any client may take under test, and far less than for ever.
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private AgainstBadPartners() {}

    /// What a call came to: the value it returned, or what it threw.
    public record Came(@Nullable Object value, @Nullable Throwable fault) {}

    /// Calls every bad partner at the same moment. Each call must come to its end in time and to what is right, follow
    /// no redirection, and leave no connection open.
    ///
    /// @param client makes the call that is to be made of a partner at this address; its time-outs are short
    /// @param isRight what a call may come to
    public static void hold(Function<URI, Callable<?>> client, Predicate<Came> isRight) {
        var wrong = new ArrayList<String>();
        var calls = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = List.of(Way.values()).stream()
                    .map(way -> threads.submit(() -> one(way, client, isRight, calls)))
                    .toList();
            for (var call : running) {
                try {
                    wrong.addAll(call.get());
                } catch (ExecutionException e) {
                    throw new AssertionError(e.getCause());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(e);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).as("calls that arrived").hasPositiveValue();
    }

    private static List<String> one(
            Way way, Function<URI, Callable<?>> client, Predicate<Came> isRight, AtomicInteger calls) throws Exception {
        var wrong = new ArrayList<String>();
        try (var partner = new BadPartner(way);
                var thread = Executors.newSingleThreadExecutor()) {
            var call = thread.submit(client.apply(partner.url()));
            try {
                var came = came(call);
                if (!isRight.test(came)) {
                    wrong.add(way + ": came to " + came);
                }
            } catch (TimeoutException _) {
                wrong.add(way + ": still waiting after " + PATIENCE);
                thread.shutdownNow();
            }
            calls.addAndGet(partner.calls());
            if (partner.followed() > 0) {
                wrong.add(way + ": followed a redirection");
            }
            await(way + ": no connection is left").atMost(PATIENCE).until(() -> partner.open() == 0);
        }
        return wrong;
    }

    private static Came came(Future<?> call) throws InterruptedException, TimeoutException {
        try {
            return new Came(call.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), null);
        } catch (ExecutionException e) {
            return new Came(null, e.getCause());
        }
    }
}
