package hoso.local.kafka;

import hoso.local.http.Lifeline;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/// The broker process: formats its storage on the first start, then runs until it is ended.
public final class Broker {

    private Broker() {}

    /// Arguments: the settings file, then one SCRAM credential per user to be known from the first start on.
    /// They come from a file named by `@path` so that no password is seen in the list of processes.
    public static void main(String[] args) throws IOException {
        var settings = Path.of(args[0]);
        var credentials = args.length > 1 ? Files.readAllLines(Path.of(args[1])) : List.<String>of();
        Lifeline.follow();
        format(settings, credentials);
        Kafka.main(new String[] {settings.toString()});
    }

    /// Formats the storage named by the settings, unless that was done before.
    public static void format(Path settings, List<String> scramCredentials) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(settings)));
        if (Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"))) {
            return;
        }
        var command =
                new ArrayList<String>(List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString()));
        for (var credential : scramCredentials) {
            command.add("--add-scram");
            command.add("SCRAM-SHA-512=" + credential);
        }
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var code = StorageTool.execute(command.toArray(String[]::new), silent);
        if (code != 0) {
            throw new IOException("the Kafka storage could not be formatted (code " + code + ")");
        }
    }

    /// Runs the broker in this JVM on threads of its own.
    public static void runInBackground(Path settings) {
        Thread.ofPlatform().daemon().name("kafka").start(() -> Kafka.main(new String[] {settings.toString()}));
    }

    /// Waits until the broker at `address` (no passwords) answers.
    public static void awaitAnswer(String address) {
        var settings = Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                AdminClientConfig.RECONNECT_BACKOFF_MS_CONFIG,
                20,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                50,
                AdminClientConfig.RETRY_BACKOFF_MS_CONFIG,
                20);
        try (var admin = Admin.create(settings)) {
            var nodes = admin.describeCluster().nodes().get();
            if (nodes.isEmpty()) {
                throw new IllegalStateException("Kafka answers without a broker");
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not answer at " + address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
