package hoso.judicialcert.certificate.signing;

import hoso.chassis.testing.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/// The sandbox of the time-stamp authority in deploy/local, in a process of its own.
public final class TimeStampSandbox implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final URI url;

    public TimeStampSandbox() {
        this(FreePort.any());
    }

    TimeStampSandbox(int port) {
        try {
            this.url = URI.create("http://localhost:" + port + "/");
            var local = Path.of(System.getProperty("hoso.root", ".."), "deploy/local/target");
            var builder = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx96m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            local.resolve("local-1.jar") + ":" + local.resolve("lib") + "/*",
                            "hoso.local.stamp.TimeStampAuthority")
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "time-stamps.log").toFile());
            builder.environment().put("PORT", String.valueOf(port));
            builder.environment().put("HOSO_LIFELINE", "1");
            this.process = builder.start();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> get("health").length > 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return url;
    }

    /// Makes it misbehave, or behave again.
    void behaves(String wish) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(url.resolve("sandbox"))
                            .POST(HttpRequest.BodyPublishers.ofString(wish))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    byte[] get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(url.resolve(path)).build(), BodyHandlers.ofByteArray())
                .body();
    }

    public List<X509Certificate> anchors() {
        try {
            var file = Files.createTempFile("tsa-anchor", ".pem");
            Files.write(file, get("anchor"));
            return TrustAnchors.in(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
