package hoso.gateway.limits;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The public keys of the OIDC provider, fetched without holding up any call: while they are unknown, callers are
/// counted by address.
@ApplicationScoped
class IssuerClient {

    private static final Logger LOG = Logger.getLogger(IssuerClient.class);

    /// How long the keys may take, from connecting to the last byte.
    private static final Duration WHOLE = Duration.ofSeconds(10);

    /// A set of keys has some kilobytes.
    private static final int LARGEST = 256 << 10;

    private final String keysUrl;
    private final LimitsConfig config;
    private final Clock clock;
    private final Vertx vertx;
    private final Duration whole;
    private final HttpClient client;
    private final AtomicReference<TokenReader> reader = new AtomicReference<>(new TokenReader(Map.of()));
    private final AtomicReference<Instant> asked = new AtomicReference<>(Instant.EPOCH);

    @Inject
    IssuerClient(
            @ConfigProperty(name = "gateway.oidc.keys-url") String keysUrl,
            LimitsConfig config,
            Clock clock,
            Vertx vertx) {
        this(keysUrl, config, clock, vertx, WHOLE);
    }

    IssuerClient(String keysUrl, LimitsConfig config, Clock clock, Vertx vertx, Duration whole) {
        this.whole = whole;
        this.keysUrl = keysUrl;
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout(2000).setIdleTimeout(10));
    }

    /// A passive instance, started to be trained or tried, asks nobody of its own accord.
    void start(
            @Observes StartupEvent event,
            @ConfigProperty(name = "hoso.passive", defaultValue = "false") boolean isPassive) {
        if (!isPassive) {
            refresh();
        }
    }

    /// A key we have not seen asks for a new look, but invented key ids do not make us call the provider in a loop.
    TokenReader readerFor(String keyId) {
        var present = reader.get();
        if (!present.keys().containsKey(keyId)) {
            refresh();
        }
        return present;
    }

    private void refresh() {
        var now = clock.instant();
        var last = asked.get();
        if (now.isBefore(last.plus(config.keysRefresh())) || !asked.compareAndSet(last, now)) {
            return;
        }
        var _ = fetch().map(body -> keys(body.toJsonObject()))
                .onSuccess(keys -> reader.set(new TokenReader(keys)))
                .onFailure(cause -> LOG.warnf(
                        "keys of the oidc provider not read cause=%s",
                        cause.getClass().getSimpleName()));
    }

    Future<Buffer> fetch() {
        return client.request(new RequestOptions().setMethod(HttpMethod.GET).setAbsoluteURI(keysUrl))
                .compose(this::wholeAnswer);
    }

    /// The body, within a time and a size for the whole: the idle time of a connection begins anew with each byte.
    private Future<Buffer> wholeAnswer(HttpClientRequest request) {
        var end = vertx.setTimer(whole.toMillis(), _ -> request.reset());
        return request.send()
                .compose(answer -> answer.statusCode() == 200
                        ? body(request, answer)
                        : Future.failedFuture("status " + answer.statusCode()))
                .onFailure(_ -> request.reset())
                .onComplete(_ -> vertx.cancelTimer(end));
    }

    private static Future<Buffer> body(HttpClientRequest request, HttpClientResponse answer) {
        var whole = Promise.<Buffer>promise();
        var body = Buffer.buffer();
        answer.exceptionHandler(whole::tryFail);
        answer.endHandler(_ -> whole.tryComplete(body));
        answer.handler(chunk -> {
            if (body.length() + chunk.length() > LARGEST) {
                whole.tryFail("more than " + LARGEST + " bytes");
                request.reset();
            } else {
                body.appendBuffer(chunk);
            }
        });
        return whole.future();
    }

    static Map<String, PublicKey> keys(JsonObject set) {
        var keys = new HashMap<String, PublicKey>();
        for (var item : set.getJsonArray("keys")) {
            if (item instanceof JsonObject key && "sig".equals(key.getString("use", "sig"))) {
                try {
                    switch (key.getString("kty", "")) {
                        case "RSA" -> keys.put(key.getString("kid"), rsa(key));
                        case "EC" -> keys.put(key.getString("kid"), ec(key));
                        default -> LOG.debugf("key of another kind left out kty=%s", key.getString("kty"));
                    }
                } catch (GeneralSecurityException e) {
                    LOG.warnf(
                            "key of the oidc provider left out cause=%s",
                            e.getClass().getSimpleName());
                }
            }
        }
        return Map.copyOf(keys);
    }

    private static PublicKey rsa(JsonObject key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static PublicKey ec(JsonObject key) throws GeneralSecurityException {
        if (!"P-256".equals(key.getString("crv"))) {
            throw new GeneralSecurityException("only P-256, for ES256");
        }
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(
                        new ECPoint(number(key, "x"), number(key, "y")),
                        parameters.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonObject key, String member) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.getString(member)));
    }
}
