package hoso.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever dies while a case is under way, the certificate comes, once, and so does the mail.
@Tag("e2e")
class NothingIsLostTest {
    static final Duration PATIENCE = Duration.ofMinutes(3);
    final RunningSystem system = Started.system();
    final Partners partners = new Partners(system);

    @Test
    void killingServicesKafkaAndPostgresLosesNothingAndDoublesNothing() {
        var lan = Citizen.loggedIn(system, "lan");
        var requests = new ArrayList<String>();
        for (var victim : new String[] {"judicial-cert-service", "kafka", "notification-service", "postgres"}) {
            var request = file(lan);
            requests.add(request);
            kill(victim);
        }

        for (var id : requests) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(
                                    lan.certificateRequest(id).path("status").asText())
                            .isEqualTo("DELIVERED"));
        }

        for (var id : requests) {
            var issued = lan.certificateRequest(id).path("timeline").findValuesAsText("step").stream()
                    .filter("ISSUED"::equals);
            assertThat(issued).as("certificates of %s", id).hasSize(1);
            var announced = partners.mails("lan@example.vn").stream()
                    .filter(mail -> mail.path("text").asText().contains(id))
                    .map(mail -> mail.path("messageId").asText());
            assertThat(announced).as("mails of %s", id).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    /// Files and pays, and sends again whatever found nobody at home: with its key, so that it counts once.
    private String file(Citizen lan) {
        var key = UUID.randomUUID().toString();
        var request = Waiting.until("a request to be taken in", PATIENCE, () -> {
            try {
                var reply = lan.post("judicial-cert", "/certificate-requests", Citizen.certificateRequest(false), key);
                return reply.status() == 201 ? java.util.Optional.of(reply.json()) : java.util.Optional.empty();
            } catch (IllegalStateException | java.io.UncheckedIOException _) {
                return java.util.Optional.empty();
            }
        });
        partners.pays(request.path("fee").path("vietQr").asText());
        return request.path("requestId").asText();
    }

    private void kill(String part) {
        var before = system.part(part);
        ProcessHandle.of(before.pid()).ifPresent(ProcessHandle::destroyForcibly);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> system.part(part).restarts() > before.restarts()
                        && system.part(part).state().equals("READY"));
    }
}
