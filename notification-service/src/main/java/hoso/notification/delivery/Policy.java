package hoso.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a channel makes of the steps of a message. Each channel has one, in its folder.
public interface Policy {

    Channel channel();

    /// Where a message stands as soon as it is planned: `PLANNED` when it has to be handed over.
    State planned();

    /// Where it stands once whoever carries it has it.
    State accepted();

    /// Whether handing over the same message twice makes no second one, because whoever carries it knows it by
    /// its id.
    boolean mayRepeat();

    /// The pause after so many attempts, the last of which surely was not accepted; empty when it is given up.
    Optional<Duration> retryAfter(int attempts);

    /// The pause after an attempt that nobody knows the end of; empty when that is left to an operator.
    ///
    /// @param attempts all so far
    /// @param lost how many of them ended so
    Optional<Duration> resendAfter(int attempts, int lost);

    /// The pause after so many attempts by a plan; empty when the plan is used up.
    static Optional<Duration> pauseAfter(int attempts, List<Duration> plan) {
        return attempts <= plan.size() ? Optional.of(plan.get(attempts - 1)) : Optional.empty();
    }
}
