package hoso.notification.inbox;

import hoso.notification.delivery.Channel;
import hoso.notification.delivery.Policy;
import hoso.notification.delivery.State;
import java.time.Duration;
import java.util.Optional;

/// A message in the app is there as soon as it is planned: nobody hands it over.
public record InboxPolicy() implements Policy {

    @Override
    public Channel channel() {
        return Channel.IN_APP;
    }

    @Override
    public State planned() {
        return State.SENT;
    }

    @Override
    public State accepted() {
        return State.SENT;
    }

    @Override
    public boolean mayRepeat() {
        return true;
    }

    @Override
    public Optional<Duration> retryAfter(int attempts) {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> resendAfter(int attempts, int lost) {
        return Optional.empty();
    }
}
