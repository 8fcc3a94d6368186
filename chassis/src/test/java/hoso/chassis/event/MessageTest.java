package hoso.chassis.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class MessageTest {

    @Test
    void aMessageComesBackAsItWent() {
        var headers = Map.of("ce_id", "1", "ghi chú", "có dấu");
        var value = "{\"a\":\"đ\"}".getBytes(StandardCharsets.UTF_8);

        var back = Message.read(Message.write("topic", "khóa", headers, value));

        assertThat(back.topic()).isEqualTo("topic");
        assertThat(back.key()).isEqualTo("khóa");
        assertThat(back.value()).isEqualTo(value);
        assertThat(back.headers()).hasSize(2);
        headers.forEach(
                (name, text) -> assertThat(back.headers().lastHeader(name).value())
                        .asString(StandardCharsets.UTF_8)
                        .isEqualTo(text));
    }

    @Test
    void anUnknownFormatIsAFaultAndNotAGuess() {
        var bytes = Message.write("t", "k", Map.of(), new byte[0]);
        bytes[0] = 2;

        assertThatThrownBy(() -> Message.read(bytes)).isInstanceOf(IllegalStateException.class);
    }
}
