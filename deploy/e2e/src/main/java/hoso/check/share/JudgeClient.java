package hoso.check.share;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.e2e.Http;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/// The client kill-the-clipboard from npm, run in Node.js: `judge.mjs` asks it to open links, and tells what came.
final class JudgeClient {
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "judge.mjs");
    private static final long INSTALL_MINUTES = 5;
    private static final long ANSWER_MINUTES = 5;
    private final Path folder;

    private JudgeClient(Path folder) {
        this.folder = folder;
    }

    /// Installs the client, by its lock file.
    ///
    /// @param folder where it is put
    /// @throws IllegalStateException when Node.js or npm is not there, or the client cannot be had
    static JudgeClient in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (var file : FILES) {
            try (InputStream in =
                    Objects.requireNonNull(JudgeClient.class.getResourceAsStream("/check/share/" + file), file)) {
                Files.write(folder.resolve(file), in.readAllBytes());
            }
        }
        run(folder, INSTALL_MINUTES, "node", "--version");
        run(folder, INSTALL_MINUTES, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        return new JudgeClient(folder);
    }

    private static void run(Path folder, long minutes, String... words) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve(words[0] + ".log").toFile())
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(
                    words[0]
                            + " is not on the PATH. This check alone needs Node.js 20 or newer with npm: install it and"
                            + " run the check again.",
                    e);
        }
        if (!process.waitFor(minutes, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException(
                    String.join(" ", words) + " failed, see " + folder.resolve(words[0] + ".log"));
        }
    }

    /// A run of the client that was begun.
    record Running(Process process) {

        /// Waits until the client says on standard error that a link was opened.
        void awaitOpened() throws IOException {
            process.errorReader(StandardCharsets.UTF_8).readLine();
        }

        JsonNode answer() throws IOException, InterruptedException {
            var line = process.inputReader(StandardCharsets.UTF_8).readLine();
            if (!process.waitFor(ANSWER_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0 || line == null) {
                process.destroyForcibly();
                throw new IllegalStateException("the client ended without an answer: "
                        + new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return Http.JSON.readTree(line);
        }
    }

    Running begin(Map<String, Object> command) throws IOException {
        var process = new ProcessBuilder("node", "judge.mjs")
                .directory(folder.toFile())
                .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(Http.JSON.writeValueAsString(command));
        }
        return new Running(process);
    }

    JsonNode ask(Map<String, Object> command) throws IOException, InterruptedException {
        return begin(command).answer();
    }
}
