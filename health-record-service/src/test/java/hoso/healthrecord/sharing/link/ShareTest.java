package hoso.healthrecord.sharing.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.Denial;
import hoso.healthrecord.sharing.link.Share.Admission;
import hoso.healthrecord.sharing.link.Share.State;
import hoso.healthrecord.sharing.link.Share.Typed;
import hoso.healthrecord.sharing.link.ShareFile.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class ShareTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(15));
    private static final UUID VISIT = UUID.fromString("0199aa00-0000-7000-8000-000000000001");

    @Test
    void aLinkOfTwoUsesIsOpenedTwice() {
        var once = admitted(share("", 2).admit(Typed.NOTHING, NOW));
        var twice = admitted(once.admit(Typed.NOTHING, NOW));

        assertThat(twice.admit(Typed.NOTHING, NOW)).isEqualTo(new Admission.Over(State.USED_UP));
        assertThat(twice.sequence()).isEqualTo(3);
    }

    @Test
    void theFifthWrongPasscodeLocksForLifeWhateverWasRightBetween() {
        var share = share("P", null);
        for (int left = 4; left >= 1; left--) {
            var wrong = (Admission.PasscodeWrong) share.admit(Typed.WRONG, NOW);
            assertThat(wrong.attemptsLeft()).isEqualTo(left);
            share = admitted(wrong.share().admit(Typed.RIGHT, NOW));
        }

        var last = (Admission.PasscodeWrong) share.admit(Typed.WRONG, NOW);

        assertThat(last.attemptsLeft()).isZero();
        assertThat(last.share().sequence()).isEqualTo(share.sequence() + 1);
        assertThat(last.share().admit(Typed.RIGHT, NOW)).isEqualTo(new Admission.Over(State.LOCKED));
    }

    @Test
    void noPasscodeIsNoAttempt() {
        var share = share("P", null);

        assertThat(share.admit(Typed.NOTHING, NOW)).isEqualTo(new Admission.PasscodeNeeded(5));
    }

    @Test
    void whatIsOverStaysOver() {
        var ended = share("", null).end(NOW);

        assertThat(share("", null).admit(Typed.NOTHING, UNTIL)).isEqualTo(new Admission.Over(State.EXPIRED));
        assertThat(ended.admit(Typed.NOTHING, NOW)).isEqualTo(new Admission.Over(State.ENDED));
        assertThat(ended.end(NOW.plusSeconds(1))).isSameAs(ended);
    }

    @ParameterizedTest
    @CsvSource({"true, false, false, L", "true, true, false, LP", "true, false, true, LU", "false, false, false, ''"})
    void flagsAreLettersInAlphabeticalOrder(boolean longTerm, boolean passcode, boolean direct, String letters) {
        var flags = new Flags(longTerm, passcode, direct);

        assertThat(flags.letters()).isEqualTo(letters);
        assertThat(Flags.of(letters)).isEqualTo(flags);
    }

    @Test
    void aDirectLinkHasNoPasscode() {
        assertThatThrownBy(() -> new Flags(false, true, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFileSaysWhetherItStillHolds() {
        var file = new ShareFile(1, "application/fhir+json", "a..b.c.d", Map.of(VISIT, 2), 3, NOW);

        assertThat(file.status(Map.of(VISIT, 2), 3, false)).isEqualTo(Status.FINALIZED);
        assertThat(file.status(Map.of(VISIT, 2), 3, true)).isEqualTo(Status.CAN_CHANGE);
        assertThat(file.status(Map.of(VISIT, 3), 3, true)).isEqualTo(Status.NO_LONGER_VALID);
        assertThat(file.status(Map.of(), 3, false)).isEqualTo(Status.WITHDRAWN);
        assertThat(file.status(Map.of(VISIT, 2), 4, false)).isEqualTo(Status.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({
        "VISIT, 0199aa00-0000-7000-8000-000000000001, 60, true",
        "VISIT, 0199aa00-0000-7000-8000-000000000002, 60, false",
        "KIND, MEDICATION, 60, true",
        "KIND, DIAGNOSIS, 60, false",
        "KIND, MEDICATION, -60, false",
        "FILED_BY, 01000, 60, true",
        "FILED_BY, 01000, -60, false",
        "READ_BY, 01000, 60, false"
    })
    void whatItsOwnerKeepsFromOthersSinceLeavesTheLink(
            Denial.Target target, String value, long seconds, boolean isDenied) {
        var file = new ShareFile(1, "application/fhir+json", "a..b.c.d", Map.of(VISIT, 2), 3, NOW);
        var denial = new Denial(UUID.randomUUID(), target, value, false, NOW.plusSeconds(seconds));

        assertThat(file.isDenied(List.of(denial), Set.of(DataKind.MEDICATION))).isEqualTo(isDenied);
    }

    private static Share share(String letters, @Nullable Integer maxUses) {
        var choice = new Choice(true, List.of(), DataKind.ALL, Set.of());
        return Share.of(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Terms("BS. Trần Thị Thử", null, choice),
                Flags.of(letters),
                NOW,
                UNTIL,
                maxUses);
    }

    private static Share admitted(Admission admission) {
        return ((Admission.Admitted) admission).share();
    }
}
