package hoso.notification.delivery;

import hoso.chassis.event.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Takes in what the carrier reports of a letter: once, twice, late or out of order.
@ApplicationScoped
public class NoteCarrierReport {
    private static final Logger LOG = Logger.getLogger(NoteCarrierReport.class);
    private final Deliveries deliveries;
    private final Outbox outbox;
    private final Instance<FollowUp> followUps;
    private final Clock clock;

    NoteCarrierReport(Deliveries deliveries, Outbox outbox, Instance<FollowUp> followUps, Clock clock) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.followUps = followUps;
        this.clock = clock;
    }

    /// Takes one report in.
    ///
    /// @param order our own key of the order: by it a letter is found whose tracking number was lost on the way
    /// @return whether there is such a letter
    @Transactional
    public boolean note(String trackingNumber, @Nullable UUID order, State reported) {
        var found = find(trackingNumber, order);
        if (found.isEmpty()) {
            return false;
        }
        var before = found.get();
        var change = before.reported(reported, trackingNumber, clock.instant());
        var delivery = change.delivery();
        if (delivery.equals(before)) {
            LOG.infof("delivery=%s reported=%s again or late, state=%s", before.id(), reported, before.state());
            return true;
        }
        deliveries.save(delivery);
        for (var event : change.events()) {
            outbox.append(DeliveryEvents.of(delivery, event));
            if (event instanceof DeliveryEvent.Sent) {
                followUps.forEach(followUp -> followUp.sent(delivery));
            }
        }
        LOG.infof("delivery=%s state=%s", delivery.id(), delivery.state());
        return true;
    }

    private Optional<Delivery> find(String trackingNumber, @Nullable UUID order) {
        var known = deliveries.holdByTrackingNumber(trackingNumber);
        if (known.isPresent() || order == null) {
            // A number under which we know another letter is a mix-up at the carrier: it moves neither.
            return known.filter(delivery -> order == null || order.equals(delivery.id()));
        }
        return deliveries
                .hold(order)
                .filter(delivery -> delivery.channel() == Channel.POST
                        && delivery.progress().trackingNumber() == null
                        && delivery.attempts() > 0);
    }
}
