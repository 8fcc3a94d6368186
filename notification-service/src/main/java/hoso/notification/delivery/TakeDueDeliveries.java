package hoso.notification.delivery;

import hoso.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// Takes deliveries that are due, so that no other worker has them until the lease ends.
@ApplicationScoped
class TakeDueDeliveries {
    private static final Logger LOG = Logger.getLogger(TakeDueDeliveries.class);
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Policies policies;
    private final DeliveryConfig config;
    private final Ids ids;
    private final Clock clock;

    TakeDueDeliveries(
            Deliveries deliveries, Attempts attempts, Policies policies, DeliveryConfig config, Ids ids, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.policies = policies;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /// Those to be handed over now.
    @Transactional
    List<Delivery> take(int most) {
        var now = clock.instant();
        var toSend = new ArrayList<Delivery>();
        for (var due : deliveries.holdDue(now, most)) {
            var taken = due.take(ids.next(), now.plus(config.lease()), now, policies.of(due.channel()));
            deliveries.save(taken);
            if (taken.isBeingSent()) {
                attempts.begin(taken, now);
                toSend.add(taken);
            } else {
                LOG.warnf(
                        "delivery=%s state=%s reason=%s",
                        taken.id(), taken.state(), taken.progress().reason());
            }
        }
        return toSend;
    }
}
