package hoso.judicialcert.request.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.request.step.DeliveriesListener.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class DeliveriesListenerTest {
    private static final Path EXAMPLES = Path.of("../notification-service/contract/examples");

    @ParameterizedTest
    @ValueSource(strings = {"Planned", "Sent", "Delivered", "Failed", "Returned"})
    void whatNotificationPromisesIsUnderstood(String state) throws IOException {
        var example = EXAMPLES.resolve("Delivery" + state + ".v1.json").toFile();

        var delivery = new ObjectMapper().registerModule(new JavaTimeModule()).readValue(example, Delivery.class);

        assertThat(delivery.requestId()).isNotNull();
        assertThat(delivery.at()).isNotNull();
        assertThat(Laws.packaged()
                        .texts()
                        .knowsDelivery(
                                "DELIVERY_" + delivery.channel() + "_" + state.toUpperCase(java.util.Locale.ROOT)))
                .isTrue();
    }
}
