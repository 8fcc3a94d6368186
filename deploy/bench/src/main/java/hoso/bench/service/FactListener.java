package hoso.bench.service;

import hoso.chassis.event.Received;
import hoso.chassis.event.Subscription;
import io.quarkus.arc.lookup.LookupIfProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Set;

/// Takes facts in and writes down each time it is called: that this is once per fact is the chassis' promise.
@ApplicationScoped
@LookupIfProperty(name = "bench.listens", stringValue = "true")
class FactListener implements Subscription {
    private static final String WRITE_DOWN =
            "insert into effect (event_id, subject, version) values (:event, :subject, :version)";
    private final EntityManager entities;

    FactListener(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String group() {
        return "bench.effects";
    }

    @Override
    public Set<String> topics() {
        return Set.of(RecordFact.TOPIC);
    }

    @Override
    public void on(Received event) {
        entities.createNativeQuery(WRITE_DOWN)
                .setParameter("event", event.id())
                .setParameter("subject", event.subject())
                .setParameter("version", event.sequence())
                .executeUpdate();
    }
}
