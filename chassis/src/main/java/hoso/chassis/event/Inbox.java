package hoso.chassis.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/// Remembers which events a group has taken in, in the same database and transaction as their effects.
@ApplicationScoped
class Inbox {
    private static final String SEEN =
            "insert into inbox (event_id, consumer) values (:event, :consumer) on conflict do nothing";

    private final EntityManager entities;
    private final Trace trace;

    Inbox(EntityManager entities, Trace trace) {
        this.entities = entities;
        this.trace = trace;
    }

    /// Lets the listener take in the event unless its group has done so before.
    ///
    /// @return whether it was new
    @Transactional
    @ActivateRequestContext
    boolean once(Received event, Subscription listener) {
        trace.follow(event.traceparent());
        var isNew = entities.createNativeQuery(SEEN)
                        .setParameter("event", event.id())
                        .setParameter("consumer", listener.group())
                        .executeUpdate()
                == 1;
        if (isNew) {
            listener.on(event);
        }
        return isNew;
    }
}
