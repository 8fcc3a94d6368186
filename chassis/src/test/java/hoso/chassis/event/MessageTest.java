package hoso.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void aMessageComesBackAsItWent() {
        var headers = new LinkedHashMap<>(Map.of("ce_id", "1", "ghi chú", "có dấu"));
        var message = new Message("topic", "khóa", headers, "{\"a\":\"đ\"}".getBytes(StandardCharsets.UTF_8));

        var back = Message.read(message.bytes());

        assertThat(back).usingRecursiveComparison().isEqualTo(message);
    }

    @Test
    void anUnknownFormatIsAFaultAndNotAGuess() {
        var bytes = new Message("t", "k", Map.of(), new byte[0]).bytes();
        bytes[0] = 2;

        assertThatThrownBy(() -> Message.read(bytes)).isInstanceOf(IllegalStateException.class);
    }
}
