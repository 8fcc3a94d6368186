package hoso.notification.mail;

import hoso.notification.delivery.Channel;
import hoso.notification.delivery.Policy;
import hoso.notification.delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A mail server that takes a mail twice delivers it twice, and nobody can ask it for a mail whose answer was lost
/// (RFC 1047).
///
/// @param retries pauses: when a mail that surely was not accepted is tried again
/// @param resendPause before a mail whose answer was lost is sent once more
/// @param resends how often such a mail is sent once more; always with the same Message-ID
public record MailPolicy(List<Duration> retries, Duration resendPause, int resends) implements Policy {
    public MailPolicy {
        retries = List.copyOf(retries);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public State planned() {
        return State.PLANNED;
    }

    @Override
    public State accepted() {
        return State.SENT;
    }

    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public Optional<Duration> retryAfter(int attempts) {
        return Policy.pauseAfter(attempts, retries);
    }

    @Override
    public Optional<Duration> resendAfter(int attempts, int lost) {
        return lost <= resends ? Optional.of(resendPause) : Optional.empty();
    }
}
