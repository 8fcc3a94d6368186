package hoso.healthrecord.access.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An entry is one line of JSON, the same bytes for ever.
@Tag("core")
class EntryLineTest {
    private static final UUID RECORD = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final UUID GRANT = UUID.fromString("0198c0de-0000-7000-8000-000000000002");
    private static final UUID DOCTOR = UUID.fromString("0198c0de-0000-7000-8000-000000000003");
    private static final UUID VISIT = UUID.fromString("0198c0de-0000-7000-8000-000000000004");
    private static final Instant AT = Instant.parse("2026-12-01T02:00:00.123456Z");

    @Test
    void aLineTellsWhoWhyWhatWhenAndByWhichRight() {
        var line = EntryLine.of(RECORD, 7, EntryLine.START, AT, access("BS. Trần Thử"));

        assertThat(line).asString().isEqualTo("""
                {"record":"0198c0de-0000-7000-8000-000000000001","sequence":7,\
                "previous":"0000000000000000000000000000000000000000000000000000000000000000",\
                "at":"2026-12-01T02:00:00.123456Z","outcome":"SHOWN","right":"CONSENT",\
                "grant":"0198c0de-0000-7000-8000-000000000002","by":"PROFESSIONAL",\
                "person":"0198c0de-0000-7000-8000-000000000003","name":"BS. Trần Thử","role":"health-professional",\
                "facility":"79001","purpose":"TREATMENT","kind":"VISIT",\
                "visit":"0198c0de-0000-7000-8000-000000000004"}""");
    }

    @Test
    void theExampleOfTheContractIsWhatIsKept() throws IOException {
        var lines = new ByteArrayOutputStream();
        var previous = EntryLine.START;
        var at = EntrySamples.AT;
        for (var access : EntrySamples.ALL) {
            var line = EntryLine.of(EntrySamples.RECORD, count(lines) + 1, previous, at, access);
            lines.write(line);
            lines.write('\n');
            previous = EntryLine.hash(line);
            at = at.plusSeconds(60);
        }

        try (var example =
                EntryLine.class.getResourceAsStream("/META-INF/resources/contract/examples/access-journal.ndjson")) {
            assertThat(lines.toByteArray()).isEqualTo(example.readAllBytes());
        }
    }

    private static long count(ByteArrayOutputStream lines) {
        return lines.toString(StandardCharsets.UTF_8).lines().count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"quoted\"", "back\\slash", "line\nend\r\t", "\u0001", "𝔘nicode", "\ud800 alone", ""})
    void whateverANameHoldsTheLineIsOneLineAndSaysTheSame(String name) throws IOException {
        var line = EntryLine.of(RECORD, 1, EntryLine.START, AT, access(name));

        assertThat(line).asString().doesNotContain("\n", "\r");
        assertThat(new ObjectMapper().readTree(line).path("name").asText()).isEqualTo(name);
    }

    private static Access access(String name) {
        return new Access(
                Right.CONSENT,
                GRANT,
                new Asker.Professional(DOCTOR, name, "health-professional", "79001"),
                Purpose.TREATMENT,
                Wanted.of(Wanted.Kind.VISIT, VISIT),
                Access.Outcome.SHOWN,
                null);
    }
}
