package hoso.chassis.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/// The access token with which this service calls others in its own name (OAuth 2.0 client credentials, RFC 6749
/// section 4.4). Fetched when needed, kept until shortly before it ends.
@Singleton
public class ServiceToken {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Json json;
    private final Clock clock;
    private final URI endpoint;
    private final String client;
    private final String secret;
    private @Nullable Kept kept;

    private record Kept(String token, Instant until) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Granted(
            @JsonProperty("access_token") String token,
            @JsonProperty("expires_in") long seconds) {}

    public ServiceToken(
            Json json,
            Clock clock,
            @ConfigProperty(name = "hoso.oidc.url") String url,
            @ConfigProperty(name = "quarkus.application.name") String client,
            @ConfigProperty(name = "hoso.oidc.client-secret") String secret) {
        this.json = json;
        this.clock = clock;
        this.endpoint = URI.create(url + "/protocol/openid-connect/token");
        this.client = client;
        this.secret = secret;
    }

    /// A token that is good for at least half a minute.
    public synchronized String get() {
        if (kept == null || !clock.instant().isBefore(kept.until())) {
            kept = fetch();
        }
        return kept.token();
    }

    private Kept fetch() {
        var now = clock.instant();
        var form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret=" + encode(secret);
        var reply = json.form("oidc", endpoint, form);
        if (reply.status() != 200) {
            throw new PartnerAway("oidc");
        }
        var granted = reply.as(Granted.class);
        return new Kept(granted.token(), now.plusSeconds(granted.seconds()).minus(MARGIN));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
