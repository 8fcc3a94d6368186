package hoso.chassis.event;

import hoso.chassis.caller.Caller;
import hoso.chassis.id.Ids;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A service of two resources and a listener, as small as one can be on the chassis.
@Path("/things")
@ApplicationScoped
@RunOnVirtualThread
public class Things {
    public static final String TOPIC = "chassis-test.things.v1";
    static final String TYPE = "hoso.chassis-test.ThingMade.v1";
    private final EntityManager entities;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;

    /// What a thing is called.
    public record Thing(String name) {}

    Things(EntityManager entities, Outbox outbox, Idempotency idempotency, Caller caller, Ids ids) {
        this.entities = entities;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
    }

    @POST
    @Authenticated
    public Response make(@HeaderParam("Idempotency-Key") String key, Thing thing) {
        if (thing.name().isBlank()) {
            throw Problem.invalid(List.of(FieldError.of("/name", "required"))).raise();
        }
        return idempotency.once("make", caller.name(), key, thing, () -> {
            var id = made(thing.name());
            return Answer.created(URI.create("/things/" + id), Map.of("id", id));
        });
    }

    @GET
    @Path("/secret")
    @RolesAllowed("citizen")
    public Map<String, Object> secret() {
        caller.requireStepUp();
        return Map.of("person", caller.personId());
    }

    @GET
    @Path("/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("NGUYỄN THỊ THỬ NGHIỆM 003185000017");
    }

    @Transactional
    public UUID made(String name) {
        var id = ids.next();
        entities.createNativeQuery("insert into thing (id, name) values (:id, :name)")
                .setParameter("id", id)
                .setParameter("name", name)
                .executeUpdate();
        outbox.append(Event.of(TOPIC, TYPE, id.toString(), id.toString(), 1, Map.of("name", name)));
        return id;
    }

    @Transactional
    public void madeThenFailed(String name) {
        made(name);
        throw new IllegalStateException("after all, not");
    }

    @Transactional
    public long count(String table) {
        return ((Number) entities.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    public long heardOf(UUID event) {
        return ((Number) entities.createNativeQuery("select count(*) from heard where event_id = :event")
                        .setParameter("event", event)
                        .getSingleResult())
                .longValue();
    }

    /// Hears of other things, and chokes on some.
    @ApplicationScoped
    public static class OthersListener implements Subscription {
        static final String TOPIC = "other.things.v1";
        private final EntityManager entities;

        /// The data this listener reads.
        @com.fasterxml.jackson.annotation.JsonIgnoreProperties(ignoreUnknown = true)
        public record Other(String name) {}

        OthersListener(EntityManager entities) {
            this.entities = entities;
        }

        @Override
        public String group() {
            return "chassis-test.others";
        }

        @Override
        public Set<String> topics() {
            return Set.of(TOPIC);
        }

        @Override
        public void on(Received event) {
            var other = event.data(Other.class);
            entities.createNativeQuery("insert into heard (event_id, subject) values (:event, :subject)")
                    .setParameter("event", event.id())
                    .setParameter("subject", event.subject())
                    .executeUpdate();
            if (other.name().equals("poison")) {
                throw new IllegalStateException("cannot stomach this");
            }
        }
    }
}
