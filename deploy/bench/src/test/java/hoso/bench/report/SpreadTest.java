package hoso.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class SpreadTest {

    @Test
    void aPercentileIsAMeasuredValue() {
        var spread = Spread.of(40, 10, 30, 20);

        assertThat(spread.percentile(50)).isEqualTo(20);
        assertThat(spread.percentile(75)).isEqualTo(30);
        assertThat(spread.percentile(99)).isEqualTo(40);
        assertThat(spread.percentile(0)).isEqualTo(10);
        assertThat(spread.most()).isEqualTo(40);
    }

    @Test
    void oneValueInAHundredMayExceedTheNinetyNinthPercentile() {
        var values = new double[1_000];
        for (var i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }

        assertThat(Spread.of(values).percentile(99)).isEqualTo(990);
    }

    @Test
    void nothingMeasuredHasNoPercentile() {
        assertThat(Spread.of().percentile(50)).isNaN();
    }
}
