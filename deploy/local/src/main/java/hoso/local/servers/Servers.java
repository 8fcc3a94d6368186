package hoso.local.servers;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.LoggerFactory;

/// A PostgreSQL and a Kafka broker on free ports in a temporary folder, for one test run. When both answer,
/// one line of JSON with their addresses is printed. Both end, and the folder goes, when standard input
/// closes: a killed test leaves nothing behind.
public final class Servers {

    private static final String DATABASE = "test";
    private static final String USER = "test";
    private static final String PASSWORD = "test";

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Servers(Path folder, EmbeddedPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    public static void main(String[] args) throws Exception {
        var answer = System.out;
        // Standard output belongs to the one line: whatever a library prints goes to the error stream.
        System.setOut(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        var folder = Files.createTempDirectory("hoso-servers-");

        var broker = CompletableFuture.supplyAsync(() -> TestBroker.start(folder.resolve("kafka")));
        var servers = new Servers(folder, postgres(folder.resolve("postgres")));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::end, "end"));
        createDatabase(servers.postgres);
        var kafka = broker.join();

        var line = new LinkedHashMap<String, Object>();
        line.put("jdbcUrl", "jdbc:postgresql://localhost:" + servers.postgres.getPort() + "/" + DATABASE);
        line.put("user", USER);
        line.put("password", PASSWORD);
        line.put("kafka", kafka);
        answer.println(new ObjectMapper().writeValueAsString(line));
        answer.flush();

        untilClosed(System.in);
        servers.end();
        // The broker's threads are not waited for: its data is thrown away anyhow.
        Runtime.getRuntime().halt(0);
    }

    private static EmbeddedPostgres postgres(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("wal_level", "logical")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_replication_slots", "20")
                .setServerConfig("max_wal_senders", "20")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "64MB")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void createDatabase(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + USER + " superuser login replication password '" + PASSWORD + "'");
            statement.execute("create database " + DATABASE + " owner " + USER);
        }
    }

    private static void untilClosed(InputStream in) throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }

    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        try {
            postgres.close();
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            LoggerFactory.getLogger(Servers.class).warn("not everything could be removed: {}", e.getMessage());
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
