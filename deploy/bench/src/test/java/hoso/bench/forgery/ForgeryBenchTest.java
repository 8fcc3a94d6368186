package hoso.bench.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ForgeryBenchTest {
    private static final String WELL = "forgery corpus=309 accepted=0 accepted_offline=0 genuine=10000 refused=0";

    @Test
    void theFiguresAreThoseOfTheLastLine() {
        var figures = ForgeryBench.RUN.figures(List.of("showing 309 forgeries", WELL, ""));

        assertThat(figures).containsEntry("corpus", 309L).containsEntry("genuine", 10_000L);
        assertThat(ForgeryBench.isPassed(figures)).isTrue();
    }

    @Test
    void oneAcceptedOrOneRefusedOrASmallCorpusIsAFailure() {
        for (var bad : List.of(
                WELL.replace("accepted=0 ", "accepted=1 "),
                WELL.replace("accepted_offline=0", "accepted_offline=1"),
                WELL.replace("refused=0", "refused=1"),
                WELL.replace("corpus=309", "corpus=199"),
                "forgery corpus=309",
                "")) {
            assertThat(ForgeryBench.isPassed(ForgeryBench.RUN.figures(List.of(bad))))
                    .as(bad)
                    .isFalse();
        }
    }
}
