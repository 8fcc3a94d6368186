package hoso.judicialcert.sharing.share;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.sharing.share.Share.Admission;
import hoso.judicialcert.sharing.share.Share.State;
import hoso.judicialcert.sharing.share.Share.Typed;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ShareTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");

    @Test
    void aShareOpensAsOftenAsItsHolderSaid() {
        var once = used(of(2, false));
        var twice = used(once);

        assertThat(once.state(NOW)).isEqualTo(State.OPEN);
        assertThat(twice.state(NOW)).isEqualTo(State.USED_UP);
        assertThat(twice.admit(Typed.NOTHING, false, NOW)).isEqualTo(new Admission.Over(State.USED_UP));
    }

    @Test
    void anOpeningWhoseAnswerWasLostIsNotCountedTwice() {
        var usedUp = used(of(1, false));

        assertThat(usedUp.admit(Typed.NOTHING, true, NOW)).isEqualTo(new Admission.Admitted(usedUp));
    }

    @Test
    void aShareExpiresAtTheMomentItSays() {
        var share = of(1, false);

        assertThat(share.state(share.until().minusNanos(1))).isEqualTo(State.OPEN);
        assertThat(share.state(share.until())).isEqualTo(State.EXPIRED);
    }

    @Test
    void theFifthWrongPasscodeLocksAndTheRightOneNoLongerHelps() {
        var share = of(9, true);
        for (var left = Share.PASSCODE_ATTEMPTS - 1; left >= 0; left--) {
            var wrong = (Admission.PasscodeWrong) share.admit(Typed.WRONG, false, NOW);
            assertThat(wrong.attemptsLeft()).isEqualTo(left);
            share = wrong.share();
        }

        assertThat(share.admit(Typed.RIGHT, false, NOW)).isEqualTo(new Admission.Over(State.LOCKED));
        assertThat(share.uses()).isZero();
    }

    @Test
    void aForgottenPasscodeIsNoAttempt() {
        assertThat(of(1, true).admit(Typed.NOTHING, false, NOW)).isEqualTo(new Admission.PasscodeNeeded());
    }

    @Test
    void whatWasEndedStaysEndedAndEndsOnce() {
        var ended = of(1, false).end(NOW);

        assertThat(ended.end(NOW.plusSeconds(9))).isEqualTo(ended);
        assertThat(ended.admit(Typed.NOTHING, true, NOW)).isEqualTo(new Admission.Over(State.ENDED));
    }

    static Share used(Share share) {
        return ((Admission.Admitted) share.admit(Typed.RIGHT, false, NOW)).share();
    }

    static Share of(int maxUses, boolean withPasscode) {
        return Share.of(
                new ShareId(new UUID(1, 1)),
                new CertificateId(new UUID(1, 2)),
                new CitizenId(new UUID(1, 3)),
                new ShareIntent("Xin việc làm", "Công ty Thử Nghiệm", null),
                NOW,
                NOW.plus(Duration.ofDays(7)),
                maxUses,
                withPasscode);
    }
}
