package hoso.local.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells a service what happened, signed, until it says that it has heard.
public final class Callback {

    private static final Logger LOG = LoggerFactory.getLogger(Callback.class);

    /// Partners repeat for hours; ten minutes of waiting in all outlast any restart on this machine.
    private static final int ATTEMPTS = 40;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final URI target;
    private final String secret;
    private final Clock clock;
    private final Exchange http;

    public Callback(URI target, String secret, Clock clock) {
        this(target, secret, clock, Duration.ofSeconds(10));
    }

    /// @param whole how long one attempt may take, answer and all
    Callback(URI target, String secret, Clock clock, Duration whole) {
        this.target = target;
        this.secret = secret;
        this.clock = clock;
        this.http = new Exchange(whole);
    }

    /// Sends in the background, `times` times after `delay`: a partner that repeats itself is the normal case.
    public void tell(Object message, Duration delay, int times) {
        var body = Json.text(message);
        Thread.ofVirtual().name("callback").start(() -> {
            try {
                Thread.sleep(delay);
                for (var i = 0; i < times; i++) {
                    deliver(body);
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Sends now and returns once it was heard, or given up.
    public void deliver(String body) throws InterruptedException {
        var pause = FIRST_PAUSE;
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                var status = send(body);
                if (status < 300) {
                    return;
                }
                LOG.warn("call-back to {} answered {}", target, status);
                if (status < 500 && status != 401 && status != 404 && status != 429) {
                    return;
                }
            } catch (IOException e) {
                LOG.warn("call-back to {} failed: {}", target, e.getClass().getSimpleName());
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        LOG.error("call-back to {} given up", target);
    }

    /// One attempt.
    int send(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .header("Hoso-Signature", signature(secret, clock.instant(), body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request).statusCode();
    }

    /// `t=<seconds>,v1=<hex>` with HMAC-SHA-256 over `<seconds>.<body>`: the time is part of what is signed, so an old
    /// message cannot be sent again later.
    public static String signature(String secret, Instant at, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var seconds = at.getEpochSecond();
            var digest = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows HMAC-SHA-256", e);
        }
    }
}
