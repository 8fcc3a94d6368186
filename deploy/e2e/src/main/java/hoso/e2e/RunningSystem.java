package hoso.e2e;

import com.fasterxml.jackson.core.type.TypeReference;
import hoso.local.run.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// A system that runs on this machine: where its parts are, and the secrets its clients were given.
public final class RunningSystem {
    private final State state;
    private final Map<String, String> secrets;

    private RunningSystem(State state, Map<String, String> secrets) {
        this.state = state;
        this.secrets = secrets;
    }

    /// The system whose launcher keeps its state under `home`.
    ///
    /// @throws IllegalStateException when none is ready there
    public static RunningSystem at(Path home) {
        try {
            var state = State.read(home.resolve("state.json"))
                    .filter(found -> found.phase().equals("READY"))
                    .orElseThrow(() -> new IllegalStateException(
                            "nothing is running under " + home + ": start it with ./hoso up"));
            var secrets = Http.JSON.readValue(
                    Files.readAllBytes(Path.of(state.secrets())), new TypeReference<Map<String, String>>() {});
            return new RunningSystem(state, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The address of a part, such as `gateway`, `oidc`, `bank`.
    public String url(String part) {
        var url = state.urls().get(part);
        if (url == null) {
            throw new IllegalArgumentException(
                    "no part " + part + " among " + state.urls().keySet());
        }
        return url;
    }

    /// A resource as the outside world reaches it: through the gateway.
    public String api(String service, String path) {
        return url("gateway") + "/api/" + service + path;
    }

    public String secret(String name) {
        var secret = secrets.get(name);
        if (secret == null) {
            throw new IllegalArgumentException("no secret " + name);
        }
        return secret;
    }

    /// The folder where this system keeps its data and logs.
    public Path home() {
        return Path.of(state.home());
    }

    /// The process of a part, at this moment.
    State.PartState part(String name) {
        try {
            return State.read(home().resolve("state.json")).orElseThrow().parts().stream()
                    .filter(part -> part.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no part " + name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A token of a machine client (OAuth 2.0 client credentials).
    public String machineToken(String client) {
        var form = "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret("client." + client);
        var headers = Map.of("Content-Type", "application/x-www-form-urlencoded");
        var reply = Http.post(
                url("oidc") + "/protocol/openid-connect/token",
                headers,
                form.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return reply.expect(200).json().path("access_token").asText();
    }
}
