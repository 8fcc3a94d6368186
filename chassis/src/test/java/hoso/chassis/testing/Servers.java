package hoso.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts a real PostgreSQL and a real Kafka for a test module, in a process of their own that ends with the tests, and
/// points the service under test at them. Needs `deploy/local` to be packaged (it is the first module of the build).
public class Servers implements QuarkusTestResourceLifecycleManager {
    private @Nullable Process process;
    private @Nullable Path keys;

    @Override
    public Map<String, String> start() {
        try {
            var servers = launch();
            var folder = makeKeys();
            var config = new HashMap<String, String>();
            config.put("quarkus.datasource.jdbc.url", servers.get("jdbcUrl").asText());
            config.put("quarkus.datasource.username", servers.get("user").asText());
            config.put("quarkus.datasource.password", servers.get("password").asText());
            config.put("kafka.bootstrap.servers", servers.get("kafka").asText());
            config.put("kafka.security.protocol", "PLAINTEXT");
            config.put("hoso.vault.keys", folder.toString());
            config.put("hoso.topics.replication", "1");
            config.putAll(Tokens.issuer());
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode launch() throws IOException {
        var root =
                Path.of(System.getProperty("hoso.root", "..")).toAbsolutePath().normalize();
        var local = root.resolve("deploy/local/target");
        if (!Files.isDirectory(local.resolve("lib"))) {
            throw new IllegalStateException(local + "/lib is not there: run mvn -pl deploy/local package first");
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var classPath = local.resolve("local-1.jar") + ":" + local.resolve("lib") + "/*";
        process = new ProcessBuilder(
                        java,
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "hoso.local.servers.Servers")
                .redirectError(Files.createDirectories(Path.of("target"))
                        .resolve("test-servers.log")
                        .toFile())
                .start();
        var line = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (line == null) {
            throw new IllegalStateException("the test servers did not start: see target/test-servers.log");
        }
        return new ObjectMapper().readTree(line);
    }

    private Path makeKeys() throws IOException {
        var folder = Files.createTempDirectory("hoso-test-keys");
        for (var name : new String[] {"vault.key", "lookup.key"}) {
            var key = new byte[32];
            new SecureRandom().nextBytes(key);
            Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(key));
        }
        keys = folder;
        return folder;
    }

    @Override
    public void stop() {
        try {
            if (process != null) {
                process.getOutputStream().close();
                process.waitFor();
            }
            if (keys != null) {
                Files.deleteIfExists(keys.resolve("vault.key"));
                Files.deleteIfExists(keys.resolve("lookup.key"));
                Files.deleteIfExists(keys);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
