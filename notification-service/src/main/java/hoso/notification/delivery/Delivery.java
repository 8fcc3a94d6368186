package hoso.notification.delivery;

import hoso.notification.delivery.DeliveryEvent.Delivered;
import hoso.notification.delivery.DeliveryEvent.Failed;
import hoso.notification.delivery.DeliveryEvent.Planned;
import hoso.notification.delivery.DeliveryEvent.Returned;
import hoso.notification.delivery.DeliveryEvent.Sent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message to one citizen over one channel, and how far it has come. It is planned with the fact that causes it,
/// taken by a worker under a lease, handed over outside of any transaction, and then what came of it is recorded.
/// Between handing over and recording anything can die: what nobody recorded is `UNKNOWN`, never "failed" and never
/// "try again". A letter then goes on by what the carrier reports.
public record Delivery(Message message, Progress progress) {

    /// A delivery after a step, with what became true by it.
    public record Change(Delivery delivery, List<DeliveryEvent> events) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /// Plans a message. One in the app is there as soon as it is planned.
    static Change plan(Message message, Policy policy) {
        var now = message.plannedAt();
        var events = new ArrayList<DeliveryEvent>();
        events.add(new Planned(now, 1));
        var isThere = policy.planned() == State.SENT;
        if (isThere) {
            events.add(new Sent(now, 2));
        }
        var progress = Progress.planned(policy.planned(), isThere ? null : now, now, events.size());
        return new Change(new Delivery(message, progress), events);
    }

    public UUID id() {
        return message.id();
    }

    public Channel channel() {
        return message.channel();
    }

    public State state() {
        return progress.state();
    }

    public int attempts() {
        return progress.attempts();
    }

    public @Nullable UUID lease() {
        return progress.lease();
    }

    public @Nullable Instant due() {
        return progress.due();
    }

    /// Whether a worker that took this delivery has to hand it over.
    boolean isBeingSent() {
        return state() == State.SENDING;
    }

    /// A worker takes a due delivery. When it is still being sent, the worker before died on the way: whoever
    /// carries it may have it, so it is handed over again only where that makes no second message.
    Delivery take(UUID newLease, Instant until, Instant now, Policy policy) {
        return isBeingSent() && !policy.mayRepeat()
                ? lose("worker-lost", now, policy)
                : at(progress.taken(newLease, until, now));
    }

    /// Whether the worker with this lease may still tell what came of its attempt.
    boolean isHeldBy(UUID worker) {
        return isBeingSent() && worker.equals(lease());
    }

    /// What came of the attempt.
    Change settle(Outcome outcome, Instant now, Policy policy) {
        return switch (outcome) {
            case Outcome.Accepted(var to, var number) -> accepted(to, number, now, policy);
            case Outcome.Refused(var why) ->
                progress.lost() > 0 ? changed(unknown(why, Optional.empty(), now)) : failed(why, now);
            case Outcome.Postponed(var why) -> postponed(why, now, policy);
            case Outcome.Lost(var why) -> changed(lose(why, now, policy));
        };
    }

    private Change accepted(@Nullable String to, @Nullable String number, Instant now, Policy policy) {
        var next = progress.released(policy.accepted(), null, null, now).reached(to, number);
        return announce(next, new Sent(now, progress.version() + 1));
    }

    private Change postponed(String why, Instant now, Policy policy) {
        var pause = policy.retryAfter(attempts());
        if (progress.lost() > 0) {
            // An earlier attempt may have been accepted: still unknown, and the resend it is owed was not made.
            return changed(unknown(why, pause, now));
        }
        return pause.isEmpty()
                ? failed("gave-up", now)
                : changed(at(progress.released(State.PLANNED, why, now.plus(pause.get()), now)));
    }

    private Delivery lose(String why, Instant now, Policy policy) {
        var once = at(progress.lostOnce());
        return once.unknown(why, policy.resendAfter(attempts(), once.progress.lost()), now);
    }

    private Delivery unknown(String why, Optional<Duration> pause, Instant now) {
        return at(progress.released(State.UNKNOWN, why, pause.map(now::plus).orElse(null), now));
    }

    private Change failed(String why, Instant now) {
        return announce(progress.released(State.FAILED, why, null, now), new Failed(why, now, progress.version() + 1));
    }

    /// What the carrier reports of a letter. A report that is late, or that came before, changes nothing.
    Change reported(State reported, String number, Instant now) {
        if (!state().mayBecome(reported)) {
            return changed(this);
        }
        var events = new ArrayList<DeliveryEvent>();
        if (state().compareTo(State.ORDERED) < 0) {
            events.add(new Sent(now, progress.version() + 1));
        }
        var sequence = progress.version() + events.size() + 1;
        switch (reported) {
            case DELIVERED -> events.add(new Delivered(now, sequence));
            case NOT_DELIVERED -> events.add(new Failed("not-delivered", now, sequence));
            case RETURNED -> events.add(new Returned(now, sequence));
            case ORDERED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> {}
            case PLANNED, SENDING, UNKNOWN, FAILED, SENT -> throw new IllegalArgumentException("not on the way");
        }
        var next = progress.released(reported, null, null, now).reached(progress.recipient(), number);
        return new Change(at(next.counted(events.size())), events);
    }

    private Change announce(Progress next, DeliveryEvent event) {
        return new Change(at(next.counted(1)), List.of(event));
    }

    private static Change changed(Delivery delivery) {
        return new Change(delivery, List.of());
    }

    private Delivery at(Progress next) {
        return new Delivery(message, next);
    }
}
