package hoso.notification.delivery;

import hoso.notification.delivery.DeliveryEvent.Delivered;
import hoso.notification.delivery.DeliveryEvent.Failed;
import hoso.notification.delivery.DeliveryEvent.Planned;
import hoso.notification.delivery.DeliveryEvent.Returned;
import hoso.notification.delivery.DeliveryEvent.Sent;
import hoso.notification.template.Notice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One message to one citizen over one channel. It is planned with the fact that causes it, taken by a worker under a
/// lease, handed over outside of any transaction, and then what came of it is recorded. Between handing over and
/// recording anything can die: what nobody recorded is `UNKNOWN`, never "failed" and never "try again". A letter then
/// goes on by what the carrier reports.
///
/// @param values fill the template; never a name, an address or a result
/// @param attempts how often a worker took it
/// @param lost how often an attempt ended without anybody knowing how
/// @param lease who works on it; a worker with another lease came too late
/// @param due when a worker must look at it; null when only the carrier or an operator can move it
/// @param version counts its events
public record Delivery(
        UUID id,
        UUID citizen,
        About about,
        Notice notice,
        int template,
        Channel channel,
        Map<String, String> values,
        State state,
        int attempts,
        int lost,
        @Nullable UUID lease,
        @Nullable Instant due,
        @Nullable String recipient,
        @Nullable String trackingNumber,
        @Nullable String reason,
        Instant plannedAt,
        Instant changedAt,
        long version) {

    public Delivery {
        values = Map.copyOf(values);
    }

    /// A delivery after a step, with what became true by it.
    public record Change(Delivery delivery, List<DeliveryEvent> events) {
        public Change {
            events = List.copyOf(events);
        }
    }

    /// Plans a message. One in the app is there as soon as it is planned.
    static Change plan(
            UUID id,
            UUID citizen,
            About about,
            Notice notice,
            int template,
            Channel channel,
            Map<String, String> values,
            Instant now) {
        var events = new ArrayList<DeliveryEvent>();
        events.add(new Planned(now, 1));
        var isThere = channel == Channel.IN_APP;
        if (isThere) {
            events.add(new Sent(now, 2));
        }
        var delivery = new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                isThere ? State.SENT : State.PLANNED,
                0,
                0,
                null,
                isThere ? null : now,
                null,
                null,
                null,
                now,
                now,
                events.size());
        return new Change(delivery, events);
    }

    /// Whether a worker that took this delivery has to hand it over.
    boolean isBeingSent() {
        return state == State.SENDING;
    }

    /// A worker takes a due delivery. Was it being sent, then the worker before it died on the way: a mail
    /// may have been accepted, so it is not simply sent again; a letter may, because the carrier knows its
    /// key.
    Delivery take(UUID newLease, Instant now, Policy policy) {
        if (state == State.SENDING && channel == Channel.EMAIL) {
            return lose("worker-lost", now, policy);
        }
        return with(State.SENDING, now)
                .lost(state == State.SENDING ? lost + 1 : lost)
                .attempt(newLease, now.plus(policy.lease()));
    }

    /// Whether the worker with this lease may still tell what came of its attempt.
    boolean isHeldBy(UUID worker) {
        return state == State.SENDING && worker.equals(lease);
    }

    /// What came of the attempt.
    Change settle(Outcome outcome, Instant now, Policy policy) {
        return switch (outcome) {
            case Outcome.Accepted(var to, var number) -> accepted(to, number, now);
            case Outcome.Refused(var why) -> lost > 0 ? changed(lost(why, null, now)) : failed(why, now);
            case Outcome.Postponed(var why) -> postponed(why, now, policy);
            case Outcome.Lost(var why) -> changed(lose(why, now, policy));
        };
    }

    private Change accepted(@Nullable String to, @Nullable String number, Instant now) {
        var next = with(channel == Channel.POST ? State.ORDERED : State.SENT, now)
                .released(null)
                .reached(to, number)
                .because(null);
        return next.announce(new Sent(now, version + 1));
    }

    private Change postponed(String why, Instant now, Policy policy) {
        var pause = policy.pauseAfter(attempts);
        if (lost > 0) {
            // An earlier attempt may have been accepted: still unknown, and the resend it is owed was not made.
            return changed(lost(why, pause.map(now::plus).orElse(null), now));
        }
        return pause.isEmpty()
                ? failed("gave-up", now)
                : changed(with(State.PLANNED, now).because(why).released(now.plus(pause.get())));
    }

    private Delivery lose(String why, Instant now, Policy policy) {
        var once = lost + 1;
        return lost(once).lost(why, resendAt(once, now, policy), now);
    }

    private @Nullable Instant resendAt(int times, Instant now, Policy policy) {
        return switch (channel) {
            case EMAIL -> times <= policy.resends() ? now.plus(policy.resendPause()) : null;
            // The carrier recognises a repeated order by its key: asking again is how to learn what became of it.
            case POST -> policy.pauseAfter(attempts).map(now::plus).orElse(null);
            case IN_APP -> null;
        };
    }

    private Delivery lost(String why, @Nullable Instant resendAt, Instant now) {
        return with(State.UNKNOWN, now).because(why).released(resendAt);
    }

    private Change failed(String why, Instant now) {
        return with(State.FAILED, now).because(why).released(null).announce(new Failed(why, now, version + 1));
    }

    /// What the carrier reports of a letter. A report that is late, or that came before, changes nothing.
    Change reported(State reported, String number, Instant now) {
        if (!state.mayBecome(reported)) {
            return changed(this);
        }
        var events = new ArrayList<DeliveryEvent>();
        if (state.compareTo(State.ORDERED) < 0) {
            events.add(new Sent(now, version + 1));
        }
        var sequence = version + events.size() + 1;
        switch (reported) {
            case DELIVERED -> events.add(new Delivered(now, sequence));
            case NOT_DELIVERED -> events.add(new Failed("not-delivered", now, sequence));
            case RETURNED -> events.add(new Returned(now, sequence));
            case ORDERED, ACCEPTED, IN_TRANSIT, OUT_FOR_DELIVERY -> {}
            case PLANNED, SENDING, UNKNOWN, FAILED, SENT -> throw new IllegalArgumentException("not on the way");
        }
        var next = with(reported, now).released(null).reached(recipient, number).because(null);
        return new Change(next.counted(events.size()), events);
    }

    private Change announce(DeliveryEvent event) {
        return new Change(counted(1), List.of(event));
    }

    private static Change changed(Delivery delivery) {
        return new Change(delivery, List.of());
    }

    private Delivery with(State next, Instant now) {
        return new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                next,
                attempts,
                lost,
                lease,
                due,
                recipient,
                trackingNumber,
                reason,
                plannedAt,
                now,
                version);
    }

    private Delivery lost(int times) {
        return new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                state,
                attempts,
                times,
                lease,
                due,
                recipient,
                trackingNumber,
                reason,
                plannedAt,
                changedAt,
                version);
    }

    private Delivery attempt(UUID worker, Instant until) {
        return new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                state,
                attempts + 1,
                lost,
                worker,
                until,
                recipient,
                trackingNumber,
                reason,
                plannedAt,
                changedAt,
                version);
    }

    private Delivery released(@Nullable Instant next) {
        return new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                state,
                attempts,
                lost,
                null,
                next,
                recipient,
                trackingNumber,
                reason,
                plannedAt,
                changedAt,
                version);
    }

    private Delivery reached(@Nullable String to, @Nullable String number) {
        return new Delivery(
                id, citizen, about, notice, template, channel, values, state, attempts, lost, lease, due, to, number,
                reason, plannedAt, changedAt, version);
    }

    private Delivery because(@Nullable String why) {
        return new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                state,
                attempts,
                lost,
                lease,
                due,
                recipient,
                trackingNumber,
                why,
                plannedAt,
                changedAt,
                version);
    }

    private Delivery counted(int events) {
        return new Delivery(
                id,
                citizen,
                about,
                notice,
                template,
                channel,
                values,
                state,
                attempts,
                lost,
                lease,
                due,
                recipient,
                trackingNumber,
                reason,
                plannedAt,
                changedAt,
                version + events);
    }
}
