package hoso.e2e;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The database of a service, and a user of its own for a second instance, so that whatever this instance writes is
/// seen.
final class WatchedDatabase implements AutoCloseable {
    private static final String PASSWORD = "for-this-test-only";
    private final Connection connection;
    private final String user;

    WatchedDatabase(RunningSystem system, String database) throws SQLException {
        user = "second_" + database;
        connection = DriverManager.getConnection(
                system.url("postgres") + database, "postgres", system.secret("postgres.superuser"));
        clear();
        run("create role " + user + " login replication in role " + database + " password '" + PASSWORD + "'");
        run("create table public.second_writes (relation text)");
        run("""
                create function public.second_write() returns trigger language plpgsql security definer as $$
                begin
                  if session_user like 'second\\_%' then
                    insert into public.second_writes values (tg_op || ' ' || tg_table_name);
                  end if;
                  return null;
                end $$
                """);
        for (var table : tables()) {
            run("create trigger second_write after insert or update or delete on public.\"" + table
                    + "\" for each statement execute function public.second_write()");
        }
    }

    String user() {
        return user;
    }

    String password() {
        return PASSWORD;
    }

    /// What the second instance wrote: kinds of commands with their tables.
    List<String> writes() throws SQLException {
        return values("select relation from public.second_writes");
    }

    /// Connections of the second instance that are none of the pool: of its relay, of its migrations.
    List<String> connectionsBesideThePool() throws SQLException {
        return values("select application_name from pg_stat_activity where usename = '" + user
                + "' and application_name in ('relay', 'migrations')");
    }

    /// A newer release has migrated: its migrations stand in the history, and this release does not know them.
    void aNewerReleaseHasMigrated() throws SQLException {
        run("""
                insert into public.flyway_schema_history
                  (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9001, '0.9', 'of a newer chassis', 'SQL', 'V0_9__of_a_newer_chassis.sql', 1, 'test', 1, true),
                  (9002, '999', 'of a newer service', 'SQL', 'V999__of_a_newer_service.sql', 1, 'test', 1, true)
                """);
    }

    private List<String> tables() throws SQLException {
        return values("select tablename from pg_tables where schemaname = 'public' and tablename <> 'second_writes'");
    }

    private List<String> values(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private void run(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private void clear() throws SQLException {
        run("drop function if exists public.second_write() cascade");
        run("drop table if exists public.second_writes");
        run("drop role if exists " + user);
        run("delete from public.flyway_schema_history where installed_rank > 9000");
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            clear();
        }
    }
}
