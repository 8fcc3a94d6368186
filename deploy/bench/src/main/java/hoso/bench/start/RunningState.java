package hoso.bench.start;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the launcher writes down about a running system, as far as it is needed here.
@JsonIgnoreProperties(ignoreUnknown = true)
record RunningState(String phase, long readyInMs, List<PartState> parts) {

    @JsonIgnoreProperties(ignoreUnknown = true)
    record PartState(String name, long pid, String state, long readyInMs, int restarts) {

        boolean isService() {
            return name.endsWith("-service") || name.equals("gateway");
        }

        boolean isReady() {
            return state.equals("READY");
        }

        /// `identity-service` as part of the name of a figure: `identity`.
        String label() {
            return name.replaceFirst("-service$", "").replace('-', '_');
        }
    }

    PartState part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no part " + name));
    }

    static Optional<RunningState> read(Path file) throws IOException {
        try {
            return Optional.of(new ObjectMapper().readValue(Files.readAllBytes(file), RunningState.class));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
