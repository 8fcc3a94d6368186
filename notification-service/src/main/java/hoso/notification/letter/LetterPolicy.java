package hoso.notification.letter;

import hoso.notification.delivery.Channel;
import hoso.notification.delivery.Policy;
import hoso.notification.delivery.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The carrier recognises a repeated order by its key: asking again is how to learn what became of it.
///
/// @param retries pauses: when a letter that was not ordered, or perhaps not, is ordered again
public record LetterPolicy(List<Duration> retries) implements Policy {
    public LetterPolicy {
        retries = List.copyOf(retries);
    }

    @Override
    public Channel channel() {
        return Channel.POST;
    }

    @Override
    public State planned() {
        return State.PLANNED;
    }

    @Override
    public State accepted() {
        return State.ORDERED;
    }

    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public Optional<Duration> retryAfter(int attempts) {
        return Policy.pauseAfter(attempts, retries);
    }

    @Override
    public Optional<Duration> resendAfter(int attempts, int lost) {
        return Policy.pauseAfter(attempts, retries);
    }
}
