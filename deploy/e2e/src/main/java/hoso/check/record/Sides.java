package hoso.check.record;

import hoso.e2e.Http;
import hoso.e2e.Login;
import hoso.e2e.RunningSystem;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/// The two sides of a filing, through the gateway: the hospital that sends, and the citizen who reads.
final class Sides {
    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final int TRIES = 30;

    private final RunningSystem system;
    private final Supplier<String> hospital;
    private final Supplier<String> citizen;

    Sides(RunningSystem system, String facility, String citizen) {
        this.system = system;
        this.hospital = fresh(() -> system.machineToken("hospital-" + facility));
        this.citizen = fresh(() -> new Login(system, citizen).token(2));
    }

    Http.Reply sends(Sendable document) {
        return patiently(() -> Http.post(
                system.api("health-record", "/visits"),
                Map.of(
                        "Authorization",
                        "Bearer " + hospital.get(),
                        "Content-Type",
                        document.mediaType(),
                        "Accept-Language",
                        "en"),
                document.bytes()));
    }

    /// Takes the record into the app, if that was not done yet.
    void integrates() {
        patiently(() -> Http.post(
                        system.api("health-record", "/records/me/integration"),
                        Map.of(
                                "Authorization",
                                "Bearer " + citizen.get(),
                                "Idempotency-Key",
                                UUID.randomUUID().toString()),
                        Map.of()))
                .expect(200);
    }

    Http.Reply reads(String path) {
        return patiently(() -> Http.get(
                system.api("health-record", "/records/me" + path),
                Map.of("Authorization", "Bearer " + citizen.get(), "Accept-Language", "en")));
    }

    /// Waits as long as it is told to when it asks too much.
    private static Http.Reply patiently(Supplier<Http.Reply> ask) {
        var reply = ask.get();
        for (int i = 0; i < TRIES && (reply.status() == 429 || reply.status() == 503); i++) {
            var told = reply.header("Retry-After");
            pause(Duration.ofSeconds(told.matches("[0-9]{1,2}") ? Math.max(1, Long.parseLong(told)) : 1));
            reply = ask.get();
        }
        return reply;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Supplier<String> fresh(Supplier<String> token) {
        return new Supplier<>() {
            private String kept = "";
            private long since;

            @Override
            public synchronized String get() {
                var now = System.nanoTime();
                if (kept.isEmpty() || now - since > FRESH.toNanos()) {
                    kept = token.get();
                    since = now;
                }
                return kept;
            }
        };
    }
}
