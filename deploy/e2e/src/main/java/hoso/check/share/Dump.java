package hoso.check.share;

import hoso.e2e.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// All rows of the database of health-record-service, and all that the parts of the system logged.
final class Dump {
    private final String text;

    private Dump(String text) {
        this.text = text;
    }

    static Dump of(RunningSystem system) throws SQLException, IOException {
        var all = new StringBuilder();
        try (var connection = DriverManager.getConnection(
                        system.url("postgres") + "health_record", "postgres", system.secret("postgres.superuser"));
                var statement = connection.createStatement()) {
            for (var table : column(statement, "select tablename from pg_tables where schemaname = 'public'")) {
                column(statement, "select t::text from public.\"" + table + "\" t")
                        .forEach(row -> all.append(row).append('\n'));
            }
        }
        try (var files = Files.walk(system.home().resolve("log"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return new Dump(all.toString().toLowerCase(Locale.ROOT));
    }

    private static List<String> column(Statement statement, String query) throws SQLException {
        var values = new ArrayList<String>();
        try (var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /// Does it hold this, as text or as bytes in hexadecimal digits?
    boolean holds(String secret) {
        return text.contains(secret.toLowerCase(Locale.ROOT))
                || text.contains(HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }
}
