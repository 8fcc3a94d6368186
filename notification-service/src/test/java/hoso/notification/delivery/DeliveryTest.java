package hoso.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.notification.delivery.DeliveryEvent.Delivered;
import hoso.notification.delivery.DeliveryEvent.Failed;
import hoso.notification.delivery.DeliveryEvent.Planned;
import hoso.notification.delivery.DeliveryEvent.Returned;
import hoso.notification.delivery.DeliveryEvent.Sent;
import hoso.notification.inbox.InboxPolicy;
import hoso.notification.letter.LetterPolicy;
import hoso.notification.mail.MailPolicy;
import hoso.notification.template.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("core")
class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final UUID LEASE = new UUID(1, 1);
    private static final UUID OTHER_LEASE = new UUID(1, 2);
    private static final String NUMBER = "RR123456785VN";
    private static final List<Duration> RETRIES = List.of(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final Policy MAIL = new MailPolicy(RETRIES, Duration.ofMinutes(10), 1);
    private static final Policy LETTER = new LetterPolicy(RETRIES);
    private static final Outcome.Accepted ACCEPTED = new Outcome.Accepted("l***@example.vn", null);
    private static final Outcome.Accepted ORDERED = new Outcome.Accepted(null, NUMBER);
    private static final Outcome.Postponed POSTPONED = new Outcome.Postponed("smtp-451");
    private static final Outcome.Refused REFUSED = new Outcome.Refused("smtp-550");
    private static final Outcome.Lost LOST = new Outcome.Lost("smtp-answer-lost");

    @Test
    void aMessageInTheAppIsThereAsSoonAsItIsPlanned() {
        var change = plan(Channel.IN_APP);

        assertThat(change.delivery().state()).isEqualTo(State.SENT);
        assertThat(change.delivery().due()).isNull();
        assertThat(change.events()).containsExactly(new Planned(NOW, 1), new Sent(NOW, 2));
    }

    @Test
    void aMailThatWasAcceptedIsSentAndNobodyLooksAtItAgain() {
        var change = taken(Channel.EMAIL).settle(ACCEPTED, NOW, MAIL);

        assertThat(change.delivery().state()).isEqualTo(State.SENT);
        assertThat(change.delivery().progress().recipient()).isEqualTo("l***@example.vn");
        assertThat(change.delivery().due()).isNull();
        assertThat(change.events()).containsExactly(new Sent(NOW, 2));
    }

    @Test
    void whatSurelyWasNotAcceptedIsTriedAgainByTheScheduleAndThenGivenUp() {
        var once = taken(Channel.EMAIL).settle(POSTPONED, NOW, MAIL).delivery();
        var twice = once.take(LEASE, until(NOW), NOW, MAIL)
                .settle(POSTPONED, NOW, MAIL)
                .delivery();
        var end = twice.take(LEASE, until(NOW), NOW, MAIL).settle(POSTPONED, NOW, MAIL);

        assertThat(once.state()).isEqualTo(State.PLANNED);
        assertThat(once.due()).isEqualTo(NOW.plusSeconds(5));
        assertThat(twice.due()).isEqualTo(NOW.plusSeconds(60));
        assertThat(end.delivery().state()).isEqualTo(State.FAILED);
        assertThat(end.events()).containsExactly(new Failed("gave-up", NOW, 2));
    }

    @Test
    void whatWasRefusedForGoodIsToldAtOnce() {
        var change = taken(Channel.EMAIL).settle(REFUSED, NOW, MAIL);

        assertThat(change.delivery().state()).isEqualTo(State.FAILED);
        assertThat(change.events()).containsExactly(new Failed("smtp-550", NOW, 2));
    }

    @Test
    void aMailWhoseAnswerWasLostIsSentOnceMoreAndThenLeftToAnOperator() {
        var lost = taken(Channel.EMAIL).settle(LOST, NOW, MAIL);
        var again = lost.delivery().take(LEASE, until(NOW), NOW, MAIL);
        var lostAgain = again.settle(LOST, NOW, MAIL);

        assertThat(lost.delivery().state()).isEqualTo(State.UNKNOWN);
        assertThat(lost.delivery().due()).isEqualTo(NOW.plusSeconds(600));
        assertThat(lost.events()).isEmpty();
        assertThat(again.id()).isEqualTo(lost.delivery().id());
        assertThat(lostAgain.delivery().state()).isEqualTo(State.UNKNOWN);
        assertThat(lostAgain.delivery().due()).isNull();
    }

    @Test
    void aMailWhoseWorkerDiedIsUnknownAndNotSimplySentAgain() {
        var found = taken(Channel.EMAIL).take(OTHER_LEASE, until(NOW.plusSeconds(200)), NOW.plusSeconds(200), MAIL);

        assertThat(found.state()).isEqualTo(State.UNKNOWN);
        assertThat(found.isBeingSent()).isFalse();
        assertThat(found.progress().reason()).isEqualTo("worker-lost");
    }

    @Test
    void aLetterWhoseWorkerDiedIsOrderedAgainUnderItsKey() {
        var found = taken(Channel.POST).take(OTHER_LEASE, until(NOW.plusSeconds(200)), NOW.plusSeconds(200), LETTER);

        assertThat(found.isBeingSent()).isTrue();
        assertThat(found.attempts()).isEqualTo(2);
    }

    @Test
    void eachChannelHasItsOwnPatienceAndItsOwnAnswerToALostOne() {
        assertThat(MAIL.retryAfter(2)).contains(Duration.ofMinutes(1));
        assertThat(MAIL.retryAfter(3)).isEmpty();
        assertThat(MAIL.resendAfter(9, 1)).contains(Duration.ofMinutes(10));
        assertThat(MAIL.resendAfter(1, 2)).isEmpty();

        assertThat(LETTER.retryAfter(1)).contains(Duration.ofSeconds(5));
        assertThat(LETTER.resendAfter(2, 9)).contains(Duration.ofMinutes(1));
        assertThat(LETTER.resendAfter(3, 1)).isEmpty();

        assertThat(new InboxPolicy().retryAfter(1)).isEmpty();
        assertThat(new InboxPolicy().resendAfter(1, 1)).isEmpty();
    }

    @Test
    void aMailOnceUnknownIsNeverToldToHaveFailed() {
        var unknown = taken(Channel.EMAIL).settle(LOST, NOW, MAIL).delivery().take(LEASE, until(NOW), NOW, MAIL);

        assertThat(unknown.settle(REFUSED, NOW, MAIL).delivery().state()).isEqualTo(State.UNKNOWN);
        assertThat(unknown.settle(POSTPONED, NOW, MAIL).delivery().state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void theWorkerWhoseLeaseIsOverHasNoSay() {
        var retaken = taken(Channel.POST).take(OTHER_LEASE, until(NOW), NOW, LETTER);

        assertThat(retaken.isHeldBy(LEASE)).isFalse();
        assertThat(retaken.isHeldBy(OTHER_LEASE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"DELIVERED", "RETURNED", "NOT_DELIVERED", "IN_TRANSIT"})
    void aScanMayBeTheFirstWeHear(State reported) {
        var change = ordered().reported(reported, NUMBER, NOW);

        assertThat(change.delivery().state()).isEqualTo(reported);
    }

    @Test
    void aLetterReportedDeliveredBeforeAcceptedStaysDelivered() {
        var delivered = ordered().reported(State.DELIVERED, NUMBER, NOW);
        var late = delivered.delivery().reported(State.ACCEPTED, NUMBER, NOW.plusSeconds(5));

        assertThat(delivered.events()).containsExactly(new Delivered(NOW, 3));
        assertThat(late.delivery()).isEqualTo(delivered.delivery());
        assertThat(late.events()).isEmpty();
    }

    @Test
    void aLetterThatFoundNobodyMayBeDeliveredOrReturnedLater() {
        var missed = ordered().reported(State.NOT_DELIVERED, NUMBER, NOW);

        assertThat(missed.events()).containsExactly(new Failed("not-delivered", NOW, 3));
        assertThat(missed.delivery().reported(State.DELIVERED, NUMBER, NOW).events())
                .containsExactly(new Delivered(NOW, 4));
        assertThat(missed.delivery().reported(State.RETURNED, NUMBER, NOW).events())
                .containsExactly(new Returned(NOW, 4));
    }

    @Test
    void aScanOfALetterWhoseOrderWasLostTellsThatItWasOrdered() {
        var lost = taken(Channel.POST).settle(LOST, NOW, LETTER).delivery();

        var change = lost.reported(State.ACCEPTED, NUMBER, NOW);

        assertThat(change.delivery().state()).isEqualTo(State.ACCEPTED);
        assertThat(change.delivery().progress().trackingNumber()).isEqualTo(NUMBER);
        assertThat(change.delivery().due()).isNull();
        assertThat(change.events()).containsExactly(new Sent(NOW, 2));
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void whateverHappensInWhateverOrderNothingGoesBackAndEachFactIsToldInOrder(Channel channel) {
        for (var seed : LongStream.range(0, 500).toArray()) {
            var random = new Random(seed);
            var change = plan(channel);
            var told = new ArrayList<>(change.events());
            var delivery = change.delivery();
            for (var step = 0; step < 30; step++) {
                var next = step(delivery, random);
                told.addAll(next.events());
                assertThat(isForward(delivery, next.delivery()))
                        .as(
                                "seed %d: %s -> %s",
                                seed, delivery.state(), next.delivery().state())
                        .isTrue();
                delivery = next.delivery();
            }
            assertThat(told).extracting(DeliveryEvent::sequence).isSorted().doesNotHaveDuplicates();
            assertThat(told).filteredOn(Sent.class::isInstance).hasSizeLessThanOrEqualTo(1);
            assertThat(told).filteredOn(Delivered.class::isInstance).hasSizeLessThanOrEqualTo(1);
            assertThat((long) told.size()).isEqualTo(delivery.progress().version());
        }
    }

    @Test
    void eachStateIsFinalOrCanBeLeft() {
        var left = EnumSet.noneOf(State.class);
        for (var seed : LongStream.range(0, 500).toArray()) {
            for (var channel : Channel.values()) {
                var random = new Random(seed);
                var delivery = plan(channel).delivery();
                for (var step = 0; step < 30; step++) {
                    var next = step(delivery, random).delivery();
                    if (next.state() != delivery.state()) {
                        left.add(delivery.state());
                    }
                    delivery = next;
                }
            }
        }

        for (var state : State.values()) {
            assertThat(left.contains(state)).as(state.name()).isNotEqualTo(state.isFinal());
        }
    }

    /// Anything that can happen: a worker, an outcome, a carrier's report.
    private static Delivery.Change step(Delivery delivery, Random random) {
        var now = NOW.plusSeconds(random.nextInt(100_000));
        if (delivery.isBeingSent() && random.nextInt(3) > 0) {
            var accepted = delivery.channel() == Channel.POST ? ORDERED : ACCEPTED;
            var outcomes = List.of(accepted, POSTPONED, POSTPONED, REFUSED, LOST);
            return delivery.settle(outcomes.get(random.nextInt(outcomes.size())), now, policy(delivery.channel()));
        }
        if (delivery.channel() == Channel.POST && delivery.attempts() > 0 && random.nextInt(3) == 0) {
            var reports = List.of(
                    State.ACCEPTED,
                    State.IN_TRANSIT,
                    State.OUT_FOR_DELIVERY,
                    State.NOT_DELIVERED,
                    State.DELIVERED,
                    State.RETURNED);
            return delivery.reported(reports.get(random.nextInt(reports.size())), NUMBER, now);
        }
        return delivery.due() == null
                ? new Delivery.Change(delivery, List.of())
                : new Delivery.Change(delivery.take(LEASE, until(now), now, policy(delivery.channel())), List.of());
    }

    private static boolean isForward(Delivery before, Delivery after) {
        if (before.state() == after.state()) {
            return true;
        }
        var isOnTheWay = before.state().compareTo(State.ORDERED) >= 0;
        return !before.state().isFinal() && (!isOnTheWay || after.state().compareTo(before.state()) > 0);
    }

    private static Delivery.Change plan(Channel channel) {
        var about = new About(About.Kind.CERTIFICATE_REQUEST, new UUID(2, 1), new UUID(2, 2), 5);
        var message = new Message(
                new UUID(3, 1), new UUID(4, 1), about, Notice.CERTIFICATE_ISSUED, 1, channel, Map.of(), NOW);
        return Delivery.plan(message, policy(channel));
    }

    private static Delivery taken(Channel channel) {
        return plan(channel).delivery().take(LEASE, until(NOW), NOW, policy(channel));
    }

    private static Delivery ordered() {
        return taken(Channel.POST).settle(ORDERED, NOW, LETTER).delivery();
    }

    private static Policy policy(Channel channel) {
        return switch (channel) {
            case EMAIL -> MAIL;
            case POST -> LETTER;
            case IN_APP -> new InboxPolicy();
        };
    }

    private static Instant until(Instant now) {
        return now.plus(Duration.ofMinutes(3));
    }
}
