package hoso.bench.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class BombsBenchTest {
    private static final String WELL =
            "bombs thrown=64 too_complex=50 believed=0 lookups=20000 wrong=0 quiet_p99_us=900 p99_us=2500";

    @Test
    void whatHarmsNobodyElsePasses() {
        assertThat(BombsBench.isPassed(BombsBench.RUN.figures(List.of("throwing", WELL))))
                .isTrue();
    }

    @Test
    void oneBelievedOrOneAnsweredWronglyOrALongWaitOrFewBombsIsAFailure() {
        for (var bad : List.of(
                WELL.replace("believed=0", "believed=1"),
                WELL.replace("wrong=0", "wrong=1"),
                WELL.replace(" p99_us=2500", " p99_us=3601"),
                WELL.replace("thrown=64", "thrown=59"),
                "")) {
            assertThat(BombsBench.isPassed(BombsBench.RUN.figures(List.of(bad))))
                    .as(bad)
                    .isFalse();
        }
    }
}
