package hoso.chassis.caller;

import hoso.chassis.problem.Language;
import hoso.chassis.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// Who asks, read from the verified access token: a person through an app, or a machine on behalf of an organisation.
/// What a token does not say, nobody may do; nothing here is ever taken from a path, a query or a body.
@RequestScoped
public class Caller {
    private static final int SENSITIVE = 2;

    private final JsonWebToken token;
    private final SecurityIdentity identity;
    private final HttpHeaders headers;
    private final Clock clock;
    private final CallerConfig config;

    Caller(JsonWebToken token, SecurityIdentity identity, HttpHeaders headers, Clock clock, CallerConfig config) {
        this.token = token;
        this.identity = identity;
        this.headers = headers;
        this.clock = clock;
        this.config = config;
    }

    /// The person who asks (claim `person_id`); a token without a person is refused.
    public UUID personId() {
        return claim("person_id")
                .flatMap(Caller::uuid)
                .orElseThrow(() -> Problem.of(403, "forbidden").raise());
    }

    /// The name of the person as the identity provider has it (claim `name`); empty where it tells none.
    public String fullName() {
        return claim("name").orElse("");
    }

    /// The organisation the caller belongs to (claim `org`).
    public Optional<String> organisation() {
        return claim("org");
    }

    /// The organisation; a token without one is refused.
    public String requireOrganisation() {
        return organisation().orElseThrow(() -> Problem.of(403, "forbidden").raise());
    }

    /// The client the token was given to (claim `azp`).
    public String clientId() {
        return claim("azp").orElse("");
    }

    /// Who is asking, as one text: the person, or else the client. Scope of an idempotency key.
    public String name() {
        return claim("person_id").orElseGet(this::clientId);
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /// Level of the account (claim `account_level`), 0 when there is none.
    public int accountLevel() {
        return number("account_level");
    }

    /// How the person authenticated (claim `acr`): 1 by password, 2 with the passcode as well, 0 unknown.
    public int assurance() {
        return number("acr");
    }

    /// Sensitive acts need an account of level 2.
    public void requireLevel2() {
        if (accountLevel() < SENSITIVE) {
            throw Problem.of(403, "account-level-too-low")
                    .with("required", SENSITIVE)
                    .raise();
        }
    }

    /// Sensitive acts need an account of level 2 and a fresh second factor. What counts is when the passcode was
    /// given: `auth_time` moves with the password alone. What is missing is told as RFC 9470 asks, so that an
    /// app can send the person to the passcode and come back.
    public void requireStepUp() {
        requireLevel2();
        var oldest = clock.instant().minus(config.stepUpAge()).minus(config.clockSkew());
        if (assurance() < SENSITIVE || passcodeGivenAt().isBefore(oldest)) {
            var seconds = config.stepUpAge().toSeconds();
            throw Problem.of(401, "step-up-required")
                    .with("acr", SENSITIVE)
                    .with("maxAge", seconds)
                    .header(
                            HttpHeaders.WWW_AUTHENTICATE,
                            "Bearer error=\"insufficient_user_authentication\", acr_values=\"2\", max_age=" + seconds)
                    .raise();
        }
    }

    /// The language to answer in.
    public Locale language() {
        return Language.of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /// The access token itself, to be shown to another of our services on the caller's behalf.
    public String bearer() {
        return token.getRawToken();
    }

    /// Claim `acr_times`: for each level of assurance the second at which it was last proven, such as
    /// `{"1": 1795448000, "2": 1795447400}`.
    private Instant passcodeGivenAt() {
        return token.<Object>claim("acr_times")
                .filter(JsonObject.class::isInstance)
                .map(times -> ((JsonObject) times).get(Integer.toString(SENSITIVE)))
                .filter(JsonNumber.class::isInstance)
                .map(time -> Instant.ofEpochSecond(((JsonNumber) time).longValue()))
                .orElse(Instant.EPOCH);
    }

    private int number(String name) {
        try {
            return claim(name).map(Integer::parseInt).orElse(0);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private Optional<String> claim(String name) {
        return token.<Object>claim(name).map(value -> switch (value) {
            case JsonString text -> text.getString();
            case JsonNumber number -> number.toString();
            default -> value.toString();
        });
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
