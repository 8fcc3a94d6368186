package hoso.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.bench.kill.Takeovers.Death;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class TakeoversTest {
    private static final TreeSet<Long> TOLD_AT = new TreeSet<>(List.of(90_000L, 100_004L, 101_500L, 101_600L));

    @Test
    void aTakeOverLastsUntilTheSuccessorTellsSomething() {
        assertThat(Takeovers.clean(List.of(relaying(100_000)), TOLD_AT)).containsExactly(1_500);
    }

    @Test
    void aKillWithNobodyStandingByIsNoTakeOver() {
        var death = new Death(100_000, 100_010, Target.RELAYING, false);

        assertThat(Takeovers.clean(List.of(death), TOLD_AT)).isEmpty();
    }

    @Test
    void whileAServerWasAwayNothingIsSaidAboutTheTakeOver() {
        assertThat(Takeovers.clean(List.of(other(Target.KAFKA, 95_000), relaying(100_000)), TOLD_AT))
                .isEmpty();
        assertThat(Takeovers.clean(List.of(relaying(100_000), other(Target.POSTGRES, 101_000)), TOLD_AT))
                .isEmpty();
        assertThat(Takeovers.clean(List.of(relaying(100_000), other(Target.STANDBY, 101_000)), TOLD_AT))
                .isEmpty();
    }

    @Test
    void otherKillsDoNotCount() {
        var deaths = List.of(
                other(Target.KAFKA, 80_000),
                relaying(100_000),
                other(Target.CONSUMER, 101_000),
                other(Target.POSTGRES, 102_000));

        assertThat(Takeovers.clean(deaths, TOLD_AT)).containsExactly(1_500);
    }

    @Test
    void aDeathAfterWhichNothingWasToldHasNoSuccessor() {
        assertThat(Takeovers.clean(List.of(relaying(200_000)), TOLD_AT)).isEmpty();
    }

    private static Death relaying(long at) {
        return new Death(at, at + 10, Target.RELAYING, true);
    }

    private static Death other(Target target, long at) {
        return new Death(at, at + 10, target, false);
    }
}
