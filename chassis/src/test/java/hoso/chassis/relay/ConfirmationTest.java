package hoso.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.database.Statements;
import hoso.chassis.event.Things;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("edge")
class ConfirmationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Statements statements;

    @Inject
    Things things;

    @Test
    void theDatabaseLetsTheLogGoUpToTheLastEventThatWasPublished() {
        var last = things.made("cái ấm").toString();
        var end = statements
                .first("select pg_current_wal_lsn()::text", row -> row.getString(1))
                .orElseThrow();

        await().atMost(PATIENCE).until(() -> isConfirmed(end));

        assertThat(Topic.read(Things.TOPIC, last)).hasSize(1);
    }

    private boolean isConfirmed(String position) {
        return statements.first("""
                        select confirmed_flush_lsn >= ?::pg_lsn from pg_replication_slots where database = current_database()
                        """, row -> row.getBoolean(1), position).orElse(false);
    }
}
