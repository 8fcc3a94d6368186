package hoso.judicialcert.money.refund;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.money.refund.Refund.Answer;
import hoso.judicialcert.money.refund.Refund.State;
import hoso.judicialcert.money.refund.Refund.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class RefundTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Payer PAYER = new Payer("970436", "0011009999999", "NGUYEN THI THU");

    @Test
    void whatIsOwedIsOrderedWhenItsTimeHasComeAndTheTargetIsKnown() {
        assertThat(owed(PAYER).due(NOW)).contains(Step.ORDER);
        assertThat(owed(PAYER).due(NOW.minusSeconds(1))).isEmpty();
        assertThat(owed(null).due(NOW)).isEmpty();
    }

    @Test
    void whoOrderedHasItsLeaseThenTheBankIsAskedAndNeverOrderedFromBlindly() {
        var ordered = owed(PAYER).taken(NOW, LEASE);

        assertThat(ordered.due(NOW.plusSeconds(29))).isEmpty();
        assertThat(ordered.due(NOW.plusSeconds(30))).contains(Step.ASK);
    }

    @Test
    void everyAnswerLeadsSomewhere() {
        assertThat(heard(new Answer.Paid("FT1")).state()).isEqualTo(new State.Done(NOW, "FT1"));
        assertThat(heard(new Answer.Refused("CLOSED")).state()).isEqualTo(new State.Failed(NOW, "CLOSED"));
        assertThat(heard(new Answer.Pending()).state()).isInstanceOf(State.Unknown.class);
        assertThat(heard(new Answer.NoAnswer()).state()).isInstanceOf(State.Unknown.class);
        assertThat(heard(new Answer.NeverHeard()).state()).isInstanceOf(State.Owed.class);
    }

    @Test
    void whatIsOverStaysSo() {
        var done = heard(new Answer.Paid("FT1"));

        assertThat(done.due(NOW.plus(Duration.ofDays(1000)))).isEmpty();
        assertThat(done.heard(Step.ASK, new Answer.NeverHeard(), NOW, PAUSE)).isEmpty();
        assertThat(heard(new Answer.Refused("CLOSED")).heard(Step.ASK, new Answer.Paid("FT2"), NOW, PAUSE))
                .isEmpty();
    }

    @Test
    void onceAnOrderWasNotAnsweredOnlyTheBanksInquiryCanRefuseIt() {
        var unanswered = owed(PAYER)
                .taken(NOW, LEASE)
                .heard(Step.ORDER, new Answer.NoAnswer(), NOW, PAUSE)
                .orElseThrow();
        var orderedAgain = unanswered
                .taken(NOW, LEASE)
                .heard(Step.ASK, new Answer.NeverHeard(), NOW, PAUSE)
                .orElseThrow()
                .taken(NOW, LEASE);

        assertThat(orderedAgain
                        .heard(Step.ORDER, new Answer.Refused("CLOSED"), NOW, PAUSE)
                        .orElseThrow()
                        .state())
                .isInstanceOf(State.Unknown.class);
        assertThat(unanswered
                        .taken(NOW, LEASE)
                        .heard(Step.ASK, new Answer.Refused("CLOSED"), NOW, PAUSE)
                        .orElseThrow()
                        .state())
                .isEqualTo(new State.Failed(NOW, "CLOSED"));
    }

    @Test
    void aBankThatIsDownIsAskedEverMoreSeldomButAtLeastEveryHour() {
        var refund = owed(PAYER);
        var now = NOW;
        var longest = Duration.ZERO;
        for (var i = 0; i < 40; i++) {
            refund = refund.taken(now, LEASE)
                    .heard(refund.due(now).orElseThrow(), new Answer.NoAnswer(), now, PAUSE)
                    .orElseThrow();
            var next = ((State.Unknown) refund.state()).from();
            var wait = Duration.between(now, next);
            assertThat(wait).isGreaterThanOrEqualTo(longest).isLessThanOrEqualTo(Duration.ofHours(1));
            longest = wait;
            now = next;
        }
    }

    /// Whatever gets lost on the way, a bank that pays a key once pays once.
    @RepeatedTest(50)
    void whateverIsLostTheMoneyGoesBackOnce(RepetitionInfo repetition) {
        var dice = new Random(repetition.getCurrentRepetition());
        Map<UUID, String> paid = new HashMap<>();
        var refund = owed(PAYER);
        var now = NOW;
        for (var i = 0; i < 1_000 && !(refund.state() instanceof State.Done); i++) {
            now = now.plus(Duration.ofMinutes(dice.nextInt(120)));
            var step = refund.due(now);
            if (step.isEmpty()) {
                continue;
            }
            refund = refund.taken(now, LEASE);
            var isHeard = dice.nextInt(3) > 0;
            var isAnswered = dice.nextInt(3) > 0;
            var key = refund.id();
            if (isHeard && step.get() == Step.ORDER) {
                paid.putIfAbsent(key, "FT" + paid.size());
            }
            Answer answer = !isHeard || !isAnswered
                    ? new Answer.NoAnswer()
                    : paid.containsKey(key) ? new Answer.Paid(paid.get(key)) : new Answer.NeverHeard();
            // A worker may also die before it tells.
            if (dice.nextInt(4) > 0) {
                refund = refund.heard(step.get(), answer, now, PAUSE).orElseThrow();
            }
        }

        assertThat(refund.state()).isInstanceOf(State.Done.class);
        assertThat(paid).hasSize(1);
    }

    private static Refund heard(Answer answer) {
        return owed(PAYER)
                .taken(NOW, LEASE)
                .heard(Step.ORDER, answer, NOW, PAUSE)
                .orElseThrow();
    }

    private static Refund owed(@Nullable Payer target) {
        return new Refund(new UUID(7, 7), "FT26327000000001", 50_000, target, new State.Owed(NOW, NOW), 0);
    }
}
