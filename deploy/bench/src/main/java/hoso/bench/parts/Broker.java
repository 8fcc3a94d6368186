package hoso.bench.parts;

import hoso.local.kafka.Administration;
import hoso.local.kafka.BrokerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// The Kafka of an installation.
record Broker(Path root, Path folder, int port, String password) {
    private static final int PARTITIONS = 3;

    /// @param controller the port of its other listener
    List<String> command(int controller) throws IOException {
        var settings = folder.resolve("kafka.properties");
        Files.writeString(settings, BrokerSettings.text(port, controller, folder.resolve("kafka"), password, password));
        var credentials = folder.resolve("kafka.credentials");
        Files.writeString(credentials, "[name=" + BrokerSettings.ADMIN + ",password=" + password + "]");
        var local = root.resolve("deploy/local/target");
        return List.of(
                Java.program(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                local.resolve("local-1.jar") + ":" + local.resolve("lib") + "/*",
                "hoso.local.kafka.Broker",
                settings.toString(),
                credentials.toString());
    }

    boolean answers() throws InterruptedException {
        try (var admin = Admin.create(client())) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException _) {
            return false;
        }
    }

    String address() {
        return "localhost:" + port;
    }

    /// What any client of this broker sets to be let in.
    Map<String, Object> client() {
        var settings = new HashMap<String, Object>();
        Administration.clientSettings(address(), BrokerSettings.ADMIN, password)
                .forEach((key, value) -> settings.put(key.toString(), value));
        settings.put("reconnect.backoff.max.ms", 200);
        return settings;
    }

    void makeTopics(List<String> names) throws InterruptedException, IOException {
        try (var admin = Admin.create(client())) {
            admin.createTopics(names.stream()
                            .map(name -> new NewTopic(name, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("the topics could not be made", e);
        }
    }

    void dropTopics(List<String> names) throws InterruptedException, IOException {
        try (var admin = Admin.create(client())) {
            admin.deleteTopics(names).all().get();
        } catch (ExecutionException e) {
            throw new IOException("the topics could not be dropped", e);
        }
    }
}
