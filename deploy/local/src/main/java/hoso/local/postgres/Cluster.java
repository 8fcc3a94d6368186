package hoso.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The one PostgreSQL cluster: made on the first start, then run as an ordinary process of ours.
public final class Cluster {

    /// A database and the role of the same name that owns it; services also read their own log of changes
    /// (`replicating`).
    public record Database(String name, String password, boolean replicating) {}

    private static final String SUPERUSER = "postgres";

    /// Written last, when the cluster is ready for use, and when the binaries are complete.
    private static final String MADE = "hoso.made";

    private static final String UNPACKED = "hoso.unpacked";

    private final Path binaries;
    private final Path data;
    private final int port;
    private final String password;

    public Cluster(Path binaries, Path data, int port, String password) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
        this.password = password;
    }

    /// Unpacks the binaries and makes the cluster, unless both were done before.
    public void prepare() throws IOException, SQLException {
        var made = Files.exists(data.resolve(MADE));
        var unpacked = Files.exists(binaries.resolve(UNPACKED));
        if (made && unpacked) {
            return;
        }
        // What an interrupted start left half-made was never used: it is made again.
        if (!made) {
            delete(data);
        }
        if (!unpacked) {
            delete(binaries);
        }
        Files.createDirectories(binaries);
        Files.createDirectories(data.getParent());
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
        if (made) {
            builder.setConnectConfig("password", password);
        }
        try (var postgres = builder.start()) {
            if (!made) {
                closeDoors(postgres);
            }
        }
        Files.write(binaries.resolve(UNPACKED), new byte[0]);
        Files.write(data.resolve(MADE), new byte[0]);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /// A new cluster trusts everybody on this machine: from the first stop on it wants passwords.
    private void closeDoors(EmbeddedPostgres postgres) throws IOException, SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password '" + password + "'");
            statement.execute("revoke connect on database " + SUPERUSER + " from public");
        }
        Files.writeString(data.resolve("pg_hba.conf"), """
                # Written by the launcher: nobody without a password, nobody from another machine.
                host all         all 127.0.0.1/32 scram-sha-256
                host all         all ::1/128      scram-sha-256
                host replication all 127.0.0.1/32 scram-sha-256
                host replication all ::1/128      scram-sha-256
                """);
    }

    /// How the server is started. PostgreSQL refuses to run as root: root starts it in a user namespace of its own.
    public List<String> command() throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(postgres()
                .orElseThrow(() -> new IOException("no PostgreSQL binaries in " + binaries))
                .toString());
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        for (var setting : List.of(
                "listen_addresses=localhost",
                "unix_socket_directories=",
                "wal_level=logical",
                "fsync=on",
                "synchronous_commit=on",
                "max_replication_slots=20",
                "max_wal_senders=20",
                "max_connections=200",
                "shared_buffers=128MB",
                // A relay that never comes back must not fill the disk; the reconciler heals what it then missed.
                "max_slot_wal_keep_size=2GB",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.add("-c");
            command.add(setting);
        }
        return command;
    }

    /// Makes the roles and databases that are missing and sets their passwords.
    public void ensure(List<Database> databases) throws SQLException {
        try (var connection = DriverManager.getConnection(url(SUPERUSER), SUPERUSER, password);
                var statement = connection.createStatement()) {
            for (var database : databases) {
                var name = database.name();
                if (!exists(connection, "select 1 from pg_roles where rolname = ?", name)) {
                    statement.execute("create role " + name);
                }
                statement.execute("alter role " + name + " login " + (database.replicating() ? "replication" : "")
                        + " password '" + database.password() + "'");
                if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                    statement.execute("create database " + name + " owner " + name);
                    statement.execute("revoke all on database " + name + " from public");
                }
            }
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    public String superuser() {
        return SUPERUSER;
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private Optional<Path> postgres() throws IOException {
        if (!Files.isDirectory(binaries)) {
            return Optional.empty();
        }
        try (var folders = Files.list(binaries)) {
            return folders.map(folder -> folder.resolve("bin/postgres"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
