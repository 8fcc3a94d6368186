package hoso.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Somebody who fetched what is to be known once, and checks a file with the network off.
final class OfflineVerifier {
    private final Path folder;
    private final Path jar;
    private final List<String> material = new ArrayList<>();

    /// Fetches trust bundle and status lists as they are now.
    OfflineVerifier(RunningSystem system, Path home) {
        try {
            this.folder = Files.createTempDirectory(home, "offline-");
            this.jar = Path.of(System.getProperty("hoso.root", "."), "deploy/verifier/target/verifier.jar")
                    .toAbsolutePath()
                    .normalize();
            var bundle = Http.get(system.api("judicial-cert", "/verification-material/trust-bundle"), Map.of())
                    .expect(200);
            material.addAll(List.of("--trust", kept("trust.json", bundle.body())));
            for (var list : bundle.json().path("statusLists")) {
                var name = "status-" + material.size() + ".jwt";
                material.addAll(List.of(
                        "--status",
                        kept(name, Http.get(list.asText(), Map.of()).expect(200).body())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the stand-alone verifier says of a file.
    String checks(byte[] pdf) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dstdout.encoding=UTF-8",
                    "-jar",
                    jar.toString(),
                    "pdf",
                    kept("certificate.pdf", pdf)));
            command.addAll(material);
            command.add("--json");
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String kept(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }
}
