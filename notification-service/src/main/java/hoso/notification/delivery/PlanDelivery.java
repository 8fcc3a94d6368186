package hoso.notification.delivery;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.notification.template.Notice;
import hoso.notification.template.Templates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Plans a message to a citizen, once per event and channel.
@ApplicationScoped
public class PlanDelivery {
    private static final Logger LOG = Logger.getLogger(PlanDelivery.class);
    private final Deliveries deliveries;
    private final Policies policies;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    PlanDelivery(Deliveries deliveries, Policies policies, Outbox outbox, Ids ids, Clock clock) {
        this.deliveries = deliveries;
        this.policies = policies;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// Only within the transaction of the fact that causes the message.
    @Transactional(Transactional.TxType.MANDATORY)
    public void plan(UUID citizen, About about, Notice notice, Channel channel, Map<String, String> values) {
        if (deliveries.isPlanned(about, notice, channel)) {
            return;
        }
        var message =
                new Message(ids.next(), citizen, about, notice, Templates.VERSION, channel, values, clock.instant());
        var change = Delivery.plan(message, policies.of(channel));
        deliveries.add(change.delivery());
        change.events().forEach(event -> outbox.append(DeliveryEvents.of(change.delivery(), event)));
        LOG.infof(
                "delivery=%s planned notice=%s channel=%s %s=%s",
                change.delivery().id(), notice, channel, about.kind(), about.id());
    }
}
