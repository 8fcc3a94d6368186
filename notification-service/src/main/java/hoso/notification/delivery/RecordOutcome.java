package hoso.notification.delivery;

import hoso.chassis.event.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Records what came of an attempt. A worker whose lease is over came too late: somebody else decided meanwhile.
@ApplicationScoped
class RecordOutcome {
    private static final Logger LOG = Logger.getLogger(RecordOutcome.class);
    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Outbox outbox;
    private final Policies policies;
    private final Instance<FollowUp> followUps;
    private final MeterRegistry meters;
    private final Clock clock;

    RecordOutcome(
            Deliveries deliveries,
            Attempts attempts,
            Outbox outbox,
            Policies policies,
            Instance<FollowUp> followUps,
            MeterRegistry meters,
            Clock clock) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.outbox = outbox;
        this.policies = policies;
        this.followUps = followUps;
        this.meters = meters;
        this.clock = clock;
    }

    /// @param taken as it was taken, with its lease
    @Transactional
    void record(Delivery taken, UUID lease, Outcome outcome) {
        var now = clock.instant();
        attempts.end(taken.id(), taken.attempts(), outcome, now);
        var held = deliveries.hold(taken.id()).orElseThrow();
        if (!held.isHeldBy(lease)) {
            LOG.warnf("delivery=%s outcome=%s came too late, state=%s", taken.id(), name(outcome), held.state());
            return;
        }
        var change = held.settle(believable(outcome, held), now, policies.of(held.channel()));
        var delivery = change.delivery();
        deliveries.save(delivery);
        for (var event : change.events()) {
            outbox.append(DeliveryEvents.of(delivery, event));
            if (event instanceof DeliveryEvent.Sent) {
                followUps.forEach(followUp -> followUp.sent(delivery));
            }
        }
        log(delivery, outcome);
    }

    /// A carrier that gives out another letter's number has mixed something up: nobody knows where this letter is.
    private Outcome believable(Outcome outcome, Delivery held) {
        if (outcome instanceof Outcome.Accepted accepted && accepted.trackingNumber() != null) {
            var other = deliveries.holdByTrackingNumber(accepted.trackingNumber());
            if (other.isPresent() && !other.get().id().equals(held.id())) {
                return new Outcome.Lost("carrier-number-taken");
            }
        }
        return outcome;
    }

    private void log(Delivery delivery, Outcome outcome) {
        meters.counter(
                        "deliveries",
                        "channel",
                        delivery.channel().name(),
                        "state",
                        delivery.state().name())
                .increment();
        var line = "delivery=%s channel=%s attempt=%d outcome=%s state=%s reason=%s";
        var facts = new Object[] {
            delivery.id(),
            delivery.channel(),
            delivery.attempts(),
            name(outcome),
            delivery.state(),
            delivery.progress().reason()
        };
        if (delivery.state() == State.UNKNOWN || delivery.state() == State.FAILED) {
            LOG.warnf(line, facts);
        } else {
            LOG.infof(line, facts);
        }
    }

    private static String name(Outcome outcome) {
        return outcome.getClass().getSimpleName();
    }
}
