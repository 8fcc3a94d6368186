package hoso.notification.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far a message has come.
///
/// @param attempts how often a worker took it
/// @param lost how often an attempt ended without anybody knowing how
/// @param lease who works on it; a worker with another lease came too late
/// @param due when a worker must look at it; null when only the carrier or an operator can move it
/// @param recipient masked, for the citizen to recognise
/// @param reason why it stands where it stands; null when all is well
/// @param version counts its events
public record Progress(
        State state,
        int attempts,
        int lost,
        @Nullable UUID lease,
        @Nullable Instant due,
        @Nullable String recipient,
        @Nullable String trackingNumber,
        @Nullable String reason,
        Instant changedAt,
        long version) {

    static Progress planned(State state, @Nullable Instant due, Instant now, int events) {
        return new Progress(state, 0, 0, null, due, null, null, null, now, events);
    }

    /// A worker has it until then. One that finds it being sent takes it from a worker that died.
    Progress taken(UUID worker, Instant until, Instant now) {
        var times = state == State.SENDING ? lost + 1 : lost;
        return new Progress(
                State.SENDING, attempts + 1, times, worker, until, recipient, trackingNumber, reason, now, version);
    }

    /// No worker has it any more.
    ///
    /// @param next when a worker must look at it again
    Progress released(State now, @Nullable String why, @Nullable Instant next, Instant at) {
        return new Progress(now, attempts, lost, null, next, recipient, trackingNumber, why, at, version);
    }

    Progress lostOnce() {
        return new Progress(
                state, attempts, lost + 1, lease, due, recipient, trackingNumber, reason, changedAt, version);
    }

    Progress reached(@Nullable String to, @Nullable String number) {
        return new Progress(state, attempts, lost, lease, due, to, number, reason, changedAt, version);
    }

    Progress counted(int events) {
        return new Progress(
                state, attempts, lost, lease, due, recipient, trackingNumber, reason, changedAt, version + events);
    }
}
