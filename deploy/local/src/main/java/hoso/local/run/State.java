package hoso.local.run;

import com.fasterxml.jackson.core.JacksonException;
import hoso.local.http.Json;
import hoso.local.process.End;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What runs, as the file `.hoso/run/state.json`. Other programs (`status`, `down`, `demo`, tests, benchmarks) read
/// it; the launcher alone writes it, at every change. It stays after the end: `phase` is then `ENDED`.
///
/// ```json
/// {
///   "launcher": {"pid": 4711, "startedAt": 1795448000000},  // startedAt: ms since 1970
///   "phase": "READY",                       // STARTING | READY | ENDING | ENDED
///   "home": "/…/.hoso/run",
///   "portOffset": 0,
///   "readyInMs": 31000,                         // from the start of the launcher to "ready"; 0 before
///   "urls": {"gateway": "http://localhost:8080", "identity-service": "…", "health-record-service": "…",
///            "judicial-cert-service": "…", "notification-service": "…", "keycloak": "http://localhost:8180",
///            "oidc": "http://localhost:8180/realms/hoso", "mail": "…", "register": "…", "bank": "…", "carrier": "…",
///            "smtp": "localhost:13025", "kafka": "localhost:19092", "postgres": "jdbc:postgresql://localhost:15432/"},
///   "secrets": "/…/.hoso/run/secrets.json",  // a flat object of names and secrets
///   "keys": "/…/.hoso/run/keys",
///   "trustAnchor": "/…/.hoso/run/keys/signing/ca.pem",
///   "logs": "/…/.hoso/run/log",                                   // <part>.log each
///   "parts": [{"name": "postgres", "pid": 4712, "startedAt": 1795448001000, "state": "READY", "ports": [15432],
///              "restarts": 0, "readyInMs": 900, "end": "INT"}]
/// }
/// ```
///
/// The state of a part is one of WAITING (for what it needs), STARTING, READY, NOT_READY (it runs, and says that it is
/// not ready or says nothing), RESTARTING, ENDED.
public record State(
        Launcher launcher,
        String phase,
        String home,
        int portOffset,
        long readyInMs,
        Map<String, String> urls,
        String secrets,
        String keys,
        String trustAnchor,
        String logs,
        List<PartState> parts) {

    public record Launcher(long pid, long startedAt) {}

    public record PartState(
            String name,
            long pid,
            long startedAt,
            String state,
            List<Integer> ports,
            int restarts,
            long readyInMs,
            End end) {}

    /// The state as it was written last; empty where nothing was ever started.
    ///
    /// @throws Damaged when the file is no state
    public static Optional<State> read(Path file) throws IOException {
        try {
            var state = Json.MAPPER.readValue(Files.readAllBytes(file), State.class);
            if (isWhole(state)) {
                return Optional.of(state);
            }
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (JacksonException _) {
            // Told below, as what it means.
        }
        throw new Damaged(
                file
                        + " cannot be read: it is cut off or was changed by hand. If ./hoso up runs in another terminal, end it"
                        + " there with Ctrl-C; then start again with ./hoso up, which writes the file anew. Nothing else is lost.");
    }

    private static boolean isWhole(@Nullable State state) {
        return state != null
                && Stream.of(state.launcher, state.phase, state.urls, state.secrets, state.parts)
                        .allMatch(Objects::nonNull);
    }

    public void write(Path file) throws IOException {
        RunFolder.writeWhole(file, Json.bytes(this));
    }
}
