package hoso.bench.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class LoadTest {
    private final Load load = new Load(1);

    @Test
    void aPayloadHasItsSizeWhateverItsNumber() {
        assertThat(load.payload(0)).hasSize(Load.BYTES);
        assertThat(load.payload(123_456)).hasSize(Load.BYTES);
    }

    @Test
    void anEventIsKnownAgainInWhateverWrappingItArrives() {
        var payload = load.payload(4711);

        assertThat(Load.number(bytes(payload))).isEqualTo(4711);
        assertThat(Load.number(bytes(payload.replace(":", ": ")))).isEqualTo(4711);
        assertThat(Load.number(bytes("\"" + payload.replace("\"", "\\\"") + "\"")))
                .isEqualTo(4711);
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        var again = new Load(1);

        assertThat(again.id(7)).isEqualTo(load.id(7));
        assertThat(again.key(7)).isEqualTo(load.key(7));
        assertThat(again.payload(7)).isEqualTo(load.payload(7));
        assertThat(new Load(2).id(7)).isNotEqualTo(load.id(7));
    }

    @Test
    void noTwoEventsHaveOneId() {
        assertThat(IntStream.range(0, 100_000).mapToObj(load::id).distinct().count())
                .isEqualTo(100_000);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
