package hoso.judicialcert.sharing.share;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.sharing.share.Share.Admission;
import hoso.judicialcert.sharing.share.Share.State;
import hoso.judicialcert.sharing.share.Share.Typed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random lives of shares: whatever comes in whatever order, what a holder said holds.
@Tag("core")
class SharePropertyTest {
    private static final int LIVES = 5_000;
    private static final int STEPS = 40;
    private static final List<Typed> TYPED = List.of(Typed.values());

    @Test
    void noInterleavingUsesAShareMoreOftenThanItsHolderSaid() {
        for (var seed = 0; seed < LIVES; seed++) {
            var dice = new Random(seed);
            var share = ShareTest.of(1 + dice.nextInt(5), dice.nextBoolean());
            var now = share.madeAt();
            var admitted = 0;
            var wrong = 0;
            for (var step = 0; step < STEPS; step++) {
                now = now.plus(Duration.ofMinutes(dice.nextInt(600)));
                var before = share;
                if (dice.nextInt(25) == 0) {
                    share = share.end(now);
                } else {
                    var isAgain = admitted > 0 && dice.nextInt(4) == 0;
                    var typed = TYPED.get(dice.nextInt(TYPED.size()));
                    switch (share.admit(typed, isAgain, now)) {
                        case Admission.Admitted(var after) -> {
                            assertThat(before.state(now)).as("life %d", seed).isIn(State.OPEN, State.USED_UP);
                            assertThat(!before.hasPasscode() || typed == Typed.RIGHT)
                                    .as("life %d", seed)
                                    .isTrue();
                            admitted += isAgain ? 0 : 1;
                            share = after;
                        }
                        case Admission.PasscodeWrong(var after, var left) -> {
                            wrong++;
                            assertThat(left).isEqualTo(Share.PASSCODE_ATTEMPTS - wrong);
                            share = after;
                        }
                        case Admission.Over(var state) -> assertThat(state).isEqualTo(before.state(now));
                        case Admission.PasscodeNeeded() ->
                            assertThat(before.hasPasscode()).isTrue();
                    }
                }
                holds(seed, before, share, now);
            }
            assertThat(share.uses()).as("life %d", seed).isEqualTo(admitted);
            assertThat(wrong).isLessThanOrEqualTo(Share.PASSCODE_ATTEMPTS);
        }
    }

    /// What is over stays over, nothing is counted back, and every use is a fact of its own.
    private static void holds(int seed, Share before, Share after, Instant now) {
        assertThat(after.uses()).as("life %d", seed).isBetween(before.uses(), after.maxUses());
        assertThat(after.sequence())
                .as("life %d", seed)
                .isGreaterThanOrEqualTo(before.sequence() + after.uses() - before.uses());
        assertThat(after.wrongPasscodes()).isGreaterThanOrEqualTo(before.wrongPasscodes());
        switch (before.state(now)) {
            case ENDED, LOCKED, EXPIRED ->
                assertThat(after.uses()).as("life %d", seed).isEqualTo(before.uses());
            case OPEN, USED_UP -> assertThat(after.until()).isEqualTo(before.until());
        }
    }
}
