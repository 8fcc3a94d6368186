package hoso.chassis.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.testing.Servers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a release meets when it starts on a database that others use, or that a newer release has migrated.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("edge")
class MigrationsTest {
    @Inject
    Migrations migrations;

    @Inject
    Flyway flyway;

    @Inject
    DataSource pool;

    @TempDir
    Path folder;

    @Test
    void aReleaseThatWasRolledBackStartsAlthoughANewerOneHasMigrated() throws Exception {
        // 0.9: a newer chassis, numbered below the service's own; 999: a newer service.
        try (var database = pool.getConnection()) {
            run(database, """
                    insert into flyway_schema_history
                      (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                    values (9001, '0.9', 'of a newer chassis', 'SQL', 'V0_9__of_a_newer_chassis.sql', 1, 'test', 1, true),
                      (9002, '999', 'of a newer service', 'SQL', 'V999__of_a_newer_service.sql', 1, 'test', 1, true)
                    """);

            migrations.run();

            assertThat(flyway.info().current()).isNotNull();
            run(database, "delete from flyway_schema_history where installed_rank > 9000");
        }
    }

    @Test
    void aMigrationHasAConnectionOfItsOwnWithoutTheLimitsOfThePool() throws Exception {
        var release = release("limits", List.of("""
                create table limits.seen as
                select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock
                """));

        migrations.run(release);

        try (var database = pool.getConnection()) {
            assertThat(values(database, "select statement from limits.seen")).containsExactly("0");
            assertThat(values(database, "select lock from limits.seen")).containsExactly("2s");
            assertThat(values(database, "select current_setting('statement_timeout')"))
                    .as("of the pool")
                    .containsExactly("5s");
        }
    }

    @Test
    void anOpenReaderDelaysAMigrationAndDoesNotEndIt() throws Exception {
        migrations.run(release("library", List.of("create table library.book (title text)")));
        var next = release(
                "library",
                List.of("create table library.book (title text)", "alter table library.book add column author text"));
        CompletableFuture<Void> migrating;
        try (var reader = pool.getConnection()) {
            reader.setAutoCommit(false);
            values(reader, "select title from library.book");

            migrating = CompletableFuture.runAsync(() -> migrate(next));
            // A second connection that waits for the lock is a second attempt: the first was given up.
            var attempts = new HashSet<String>();
            await().atMost(Duration.ofMinutes(1)).until(() -> attempts.addAll(waiting()) && attempts.size() > 1);
            assertThat(migrating).isNotDone();
            reader.rollback();
        }

        migrating.get();
        try (var database = pool.getConnection()) {
            assertThat(values(database, "select author from library.book")).isEmpty();
        }
    }

    private void migrate(Flyway release) {
        try {
            migrations.run(release);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Set<String> waiting() throws SQLException {
        try (var database = pool.getConnection()) {
            return Set.copyOf(values(database, """
                    select pid::text from pg_stat_activity
                    where application_name = 'migrations' and wait_event_type = 'Lock'
                    """));
        }
    }

    /// A release with these migrations in a schema of its own, on the connections and with the settings of the
    /// service.
    private Flyway release(String schema, List<String> migrations) throws IOException {
        var place = Files.createDirectories(folder.resolve(schema));
        for (var i = 0; i < migrations.size(); i++) {
            Files.writeString(place.resolve("V" + (i + 1) + "__step.sql"), migrations.get(i));
        }
        var settings = flyway.getConfiguration();
        return Flyway.configure()
                .dataSource(settings.getDataSource())
                .initSql(settings.getInitSql())
                .lockRetryCount(settings.getLockRetryCount())
                .outOfOrder(settings.isOutOfOrder())
                .ignoreMigrationPatterns(settings.getIgnoreMigrationPatterns())
                .schemas(schema)
                .locations("filesystem:" + place)
                .load();
    }

    private static List<String> values(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var values = new java.util.ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void run(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
