package hoso.notification.delivery;

import hoso.chassis.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Takes a delivery that is due, so that no other worker has it until the lease ends.
@ApplicationScoped
class TakeDueDelivery {
    private static final Logger LOG = Logger.getLogger(TakeDueDelivery.class);
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Policies policies;
    private final DeliveryConfig config;
    private final Ids ids;
    private final Clock clock;

    TakeDueDelivery(
            Deliveries deliveries, Attempts attempts, Policies policies, DeliveryConfig config, Ids ids, Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.policies = policies;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /// Some that are due, oldest first.
    List<UUID> waiting(int most) {
        return deliveries.due(clock.instant(), most);
    }

    /// Empty when another worker has it, or it is no longer due. It is handed over only if it is being sent then.
    @Transactional
    Optional<Delivery> take(UUID id) {
        var now = clock.instant();
        var taken = deliveries
                .holdDue(id, now)
                .map(delivery ->
                        delivery.take(ids.next(), now.plus(config.lease()), now, policies.of(delivery.channel())));
        taken.ifPresent(delivery -> {
            deliveries.save(delivery);
            if (delivery.isBeingSent()) {
                attempts.begin(delivery, now);
            } else {
                LOG.warnf(
                        "delivery=%s state=%s reason=%s",
                        delivery.id(), delivery.state(), delivery.progress().reason());
            }
        });
        return taken;
    }
}
