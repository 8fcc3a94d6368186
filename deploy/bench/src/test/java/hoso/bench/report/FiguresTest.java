package hoso.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class FiguresTest {

    @Test
    void aBenchmarkEndsWithOneLine() {
        var line = new Figures("relay")
                .with("rate_ratio", 4.256, 2)
                .with("lost", 0)
                .with("p99_ms", Double.NaN, 1)
                .toString();

        assertThat(line).isEqualTo("relay rate_ratio=4.26 lost=0 p99_ms=none");
    }
}
