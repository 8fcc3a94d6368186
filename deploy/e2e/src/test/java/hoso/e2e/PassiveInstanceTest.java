package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A training run or a restore drill beside the service that works: it mails nothing, pays nothing back, hears
/// nothing.
@EnabledOnOs(OS.LINUX)
@Tag("e2e")
class PassiveInstanceTest {
    /// Workers, relay and dispatcher look for work once a second.
    static final Duration LONG_ENOUGH = Duration.ofSeconds(4);

    static final Map<String, String> DATABASES = Map.of(
            "identity-service", "identity",
            "health-record-service", "health_record",
            "judicial-cert-service", "judicial_cert",
            "notification-service", "notification");

    final RunningSystem system = Started.system();

    @Test
    void aPassiveInstanceWritesNoRowAndCallsNobodyAndEndsInPeace() throws SQLException, InterruptedException {
        var databases = new LinkedHashMap<String, WatchedDatabase>();
        var instances = new LinkedHashMap<String, SecondInstance>();
        try {
            for (var service : DATABASES.entrySet()) {
                var database = new WatchedDatabase(system, service.getValue());
                databases.put(service.getKey(), database);
                var instance = beside(service.getKey(), database, true);
                instances.put(service.getKey(), instance);
                // One after the other: five at once would slow each other down.
                instance.awaitReady();
            }
            var gateway = new SecondInstance(system, "gateway", Map.of("HOSO_PASSIVE", "true"));
            instances.put("gateway", gateway);
            gateway.awaitReady();

            await().during(LONG_ENOUGH).atMost(LONG_ENOUGH.multipliedBy(4)).untilAsserted(() -> {
                for (var instance : instances.entrySet()) {
                    assertThat(instance.getValue().hasPartners()).isTrue();
                    assertThat(instance.getValue().knocks())
                            .as(instance.getKey())
                            .isEmpty();
                }
                for (var database : databases.entrySet()) {
                    assertThat(database.getValue().writes())
                            .as(database.getKey())
                            .isEmpty();
                    assertThat(database.getValue().connectionsBesideThePool())
                            .as(database.getKey())
                            .isEmpty();
                }
            });
            for (var instance : instances.entrySet()) {
                var saidBefore = instance.getValue().log().length();
                instance.getValue().end();
                assertThat(instance.getValue().isRunning())
                        .as(instance.getKey())
                        .isFalse();
                assertThat(instance.getValue().log().substring(saidBefore))
                        .as(instance.getKey())
                        .contains("stopped in")
                        .doesNotContain("Exception");
            }
        } finally {
            instances.values().forEach(SecondInstance::close);
            for (var database : databases.values()) {
                database.close();
            }
        }
    }

    /// What the test above does not see would be seen; and a release that was rolled back comes up.
    @Test
    void anInstanceThatIsNotPassiveIsSeenToWorkAlsoAfterANewerReleaseHasMigrated() throws SQLException {
        try (var database = new WatchedDatabase(system, "judicial_cert")) {
            database.aNewerReleaseHasMigrated();
            try (var instance = beside("judicial-cert-service", database, false)) {
                instance.awaitReady();

                await().atMost(Duration.ofMinutes(1))
                        .until(() -> instance.knocks().containsKey("KAFKA_BOOTSTRAP"));
            }
        }
    }

    private SecondInstance beside(String service, WatchedDatabase database, boolean isPassive) {
        return new SecondInstance(
                system,
                service,
                Map.of(
                        "HOSO_PASSIVE",
                        Boolean.toString(isPassive),
                        "DB_USER",
                        database.user(),
                        "DB_PASSWORD",
                        database.password()));
    }
}
