package hoso.bench.parts;

import hoso.local.kafka.BrokerSettings;
import hoso.local.postgres.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/// A PostgreSQL and a Kafka of our own, set up as `./hoso up` sets up its: durable, with passwords, each a
/// process. Everything lies in one folder of the project's `.hoso` and listens on the loopback address
/// only. It ends with the program; the folder stays when something is to be looked at.
public final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /// As `./hoso up` starts its services: soon there.
    public static final List<String> SHORT_LIVED =
            List.of("-Xms32m", "-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /// As in a pod: both compilers, and a heap that is not the narrowest possible.
    public static final List<String> LONG_LIVED = List.of("-Xms128m", "-Xmx256m", "-XX:+UseSerialGC");

    /// The options of a service under a benchmark: as in a pod, unless the caller names others.
    public static List<String> jvm(String options) {
        return options.isBlank() ? LONG_LIVED : List.of(options.strip().split("\\s+", -1));
    }

    private final Path root;
    private final Path folder;
    private final Ports ports = new Ports();
    private final String password = HexFormat.of().formatHex(Keys.random(16));
    private final Databases databases;
    private final Broker broker;
    private final Child postgres;
    private final Child kafka;
    private final List<Child> children = new ArrayList<>();
    private final Thread hook = new Thread(this::end, "end-children");
    private volatile boolean isKept;
    private boolean isEnded;

    private Installation(Path root, String purpose) throws IOException, SQLException {
        this.root = root;
        this.folder = Files.createDirectories(root.resolve(".hoso/bench"))
                .resolve(purpose + "-" + ProcessHandle.current().pid());
        Files.createDirectories(folder.resolve("log"));
        Keys.make(folder.resolve("keys"));
        var cluster = new Cluster(root.resolve(".hoso/postgres"), folder.resolve("postgres"), ports.free(), password);
        cluster.prepare();
        this.databases = new Databases(cluster, password);
        this.postgres = child("postgres", cluster.command(), folder, Map.of());
        this.broker = new Broker(root, folder, ports.free(), password);
        this.kafka = child("kafka", broker.command(ports.free()), folder, Map.of("HOSO_LIFELINE", "stdin"));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Makes and starts both servers, and returns when they answer.
    public static Installation start(Path root, String purpose) throws IOException, SQLException, InterruptedException {
        if (!Files.isDirectory(root.resolve("deploy/local/target/lib"))) {
            throw new IOException("deploy/local is not built: mvn -pl deploy/local package");
        }
        var installation = new Installation(root, purpose);
        try {
            installation.postgres.start();
            installation.kafka.start();
            installation.await("PostgreSQL", () -> {
                try (var connection = installation.superuser("postgres")) {
                    return connection.isValid(2);
                } catch (SQLException _) {
                    return false;
                }
            });
            installation.await("Kafka", installation.broker::answers);
            return installation;
        } catch (IOException | InterruptedException | RuntimeException e) {
            installation.keepFolder();
            installation.close();
            throw e;
        }
    }

    public Path root() {
        return root;
    }

    public Path folder() {
        return folder;
    }

    public Child postgres() {
        return postgres;
    }

    public Child kafka() {
        return kafka;
    }

    public int freePort() throws IOException {
        return ports.free();
    }

    /// Where the service that answers at that port tells its health and its metrics.
    public URI management(URI address) throws IOException {
        return URI.create("http://127.0.0.1:" + ports.management(address.getPort()));
    }

    /// A database and the role that owns it, with the right to read its own log of changes, as the services
    /// have it.
    public void makeDatabase(String name) throws SQLException {
        databases.make(name);
    }

    public void dropDatabase(String name) throws SQLException {
        databases.drop(name);
    }

    /// A connection as the owner of the database.
    public Connection connect(String database) throws SQLException {
        return databases.connect(database, database);
    }

    public Connection superuser(String database) throws SQLException {
        return databases.superuser(database);
    }

    public String url(String database) {
        return databases.url(database);
    }

    public String password() {
        return password;
    }

    public String kafkaAddress() {
        return broker.address();
    }

    /// What any client of this broker sets to be let in.
    public Map<String, Object> kafkaClient() {
        return broker.client();
    }

    public void makeTopics(List<String> names) throws InterruptedException, IOException {
        broker.makeTopics(names);
    }

    public void dropTopics(List<String> names) throws InterruptedException, IOException {
        broker.dropTopics(names);
    }

    /// A process of this installation, not started yet; it ends with it.
    public Child child(String name, List<String> command, Path where, Map<String, String> environment) {
        var child = new Child(name, command, where, environment, folder.resolve("log/" + name + ".log"));
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    /// The small service, packaged as all services are.
    ///
    /// @param own what this instance sets beyond the addresses of database and Kafka
    public Child service(String name, String database, int port, List<String> jvm, Map<String, String> own)
            throws IOException {
        return service(name, "deploy/bench", database, port, jvm, own);
    }

    /// A service of the system, as it is packaged.
    ///
    /// @param module its folder
    /// @param own what this instance sets beyond the addresses of database and Kafka
    public Child service(
            String name, String module, String database, int port, List<String> jvm, Map<String, String> own)
            throws IOException {
        var app = root.resolve(module).resolve("target/quarkus-app");
        if (!Files.exists(app.resolve("quarkus-run.jar"))) {
            throw new IOException(module + " is not packaged: mvn -pl " + module + " -am -DskipTests package");
        }
        var environment = new HashMap<String, String>();
        environment.put("HTTP_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", Integer.toString(ports.management(port)));
        environment.put("DB_URL", url(database));
        environment.put("DB_USER", database);
        environment.put("DB_PASSWORD", password);
        environment.put("KAFKA_BOOTSTRAP", broker.address());
        environment.put("KAFKA_USER", BrokerSettings.ADMIN);
        environment.put("KAFKA_PASSWORD", password);
        environment.put("KEYS_DIR", folder.resolve("keys").toString());
        environment.put("BENCH_LIFELINE", "true");
        environment.putAll(own);
        return child(name, Java.command(jvm, List.of("-jar", "quarkus-run.jar")), app, environment);
    }

    /// Another program of this module as a process.
    public Child program(String name, Class<?> main, List<String> jvm, Map<String, String> environment) {
        var target = root.resolve("deploy/bench/target");
        var classPath = target.resolve("classes") + ":" + target.resolve("lib") + "/*";
        var own = new HashMap<>(environment);
        own.put("BENCH_LIFELINE", "true");
        return child(name, Java.command(jvm, List.of("-cp", classPath, main.getName())), folder, own);
    }

    /// Waits until a service says that it is ready.
    public void awaitReady(String name, URI address) throws IOException, InterruptedException {
        await(name, () -> {
            try {
                return Http.get(management(address).resolve("/q/health/ready")).statusCode() == 200;
            } catch (IOException _) {
                return false;
            }
        });
    }

    /// The number a query answers with, asked as the owner of the database.
    public long number(String database, String query) throws SQLException {
        return databases.number(database, query);
    }

    /// Waits until it is so; a condition that does not come true in time is the end of the benchmark.
    public void await(String what, Callable<Boolean> isSo) throws IOException, InterruptedException {
        await(what, PATIENCE, isSo);
    }

    public void await(String what, Duration patience, Callable<Boolean> isSo) throws IOException, InterruptedException {
        if (!Waiting.until(what, patience, isSo)) {
            keepFolder();
            throw new IOException(what + " did not come within " + patience.toSeconds() + " s, see " + folder + "/log");
        }
    }

    public static void pause(Duration duration) throws InterruptedException {
        Waiting.pause(duration);
    }

    /// The folder stays when the installation ends.
    public void keepFolder() {
        isKept = true;
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // Ended by a signal: the hook runs, or has run.
        }
    }

    private synchronized void end() {
        if (isEnded) {
            return;
        }
        isEnded = true;
        synchronized (children) {
            children.forEach(Child::retire);
        }
        try {
            for (var child : children) {
                child.end(Duration.ofSeconds(5));
            }
            if (!isKept) {
                drop(folder);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException _) {
            // What could not be removed lies in a folder that is ignored.
        }
    }

    private static void drop(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
