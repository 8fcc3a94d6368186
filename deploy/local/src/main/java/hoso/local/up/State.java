package hoso.local.up;

import hoso.local.http.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            Part.End end) {}

    public static Optional<State> read(Path file) throws IOException {
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), State.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    void write(Path file) throws IOException {
        var draft = file.resolveSibling("state.new");
        Files.write(draft, Json.bytes(this));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
