package hoso.chassis.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.chassis.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class CursorTest {
    static final UUID ID = UUID.fromString("0199d5b0-0000-7000-8000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23T08:00:00.123456Z", "1969-12-31T23:59:59.999999Z", "1970-01-01T00:00:00Z"})
    void aCursorComesBackAsItWent(String at) {
        var cursor = new Cursor(Instant.parse(at), ID);

        assertThat(Cursor.parse(cursor.text())).isEqualTo(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "AAAA",
                "not base64!",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                // Some 290,000 years before and after our time, of which no database knows.
                "gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "f_________8AAAAAAAAAAAAAAAAAAAAA"
            })
    void whatIsNotOursIsRefused(String text) {
        assertThatThrownBy(() -> Cursor.parse(text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aPageTellsThatThereIsMoreAndWhere() {
        var start = Instant.parse("2026-11-23T08:00:00Z");

        var page = Page.of(List.of(1, 2, 3), 2, n -> new Cursor(start.plusSeconds(n), ID));

        assertThat(page.items()).containsExactly(1, 2);
        assertThat(Cursor.parse(page.next())).isEqualTo(new Cursor(start.plusSeconds(2), ID));
        assertThat(Page.of(List.of(1), 2, n -> new Cursor(start, ID)).next()).isNull();
    }
}
