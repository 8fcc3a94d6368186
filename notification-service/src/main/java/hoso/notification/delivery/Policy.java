package hoso.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How patient we are.
///
/// @param pauses between attempts that surely were not accepted; when they are used up the delivery fails
/// @param lease how long one attempt may take; longer than all its time-outs together
/// @param resendPause before a mail whose answer was lost is sent once more
/// @param resends how often such a mail is sent once more; always with the same Message-ID
public record Policy(List<Duration> pauses, Duration lease, Duration resendPause, int resends) {
    public Policy {
        pauses = List.copyOf(pauses);
    }

    Optional<Duration> pauseAfter(int attempts) {
        return attempts <= pauses.size() ? Optional.of(pauses.get(attempts - 1)) : Optional.empty();
    }
}
