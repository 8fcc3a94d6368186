package hoso.chassis.problem;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resource as the services have them, to be asked wrongly.
@Path("/tried")
@ApplicationScoped
@RunOnVirtualThread
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class Tried {
    private final EntityManager entities;

    /// A body of one member.
    public record One(String key) {}

    /// A body of times.
    public record Times(
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable OffsetDateTime until) {}

    Tried(EntityManager entities) {
        this.entities = entities;
    }

    @GET
    public One list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("subject") @Nullable UUID subject,
            @QueryParam("late") boolean late) {
        return new One(limit + " " + subject + " " + late);
    }

    @GET
    @Path("/{number}")
    public One one(@PathParam("number") long number) {
        return new One(Long.toString(number));
    }

    @POST
    @Path("/one")
    @Consumes(MediaType.APPLICATION_JSON)
    public One take(One one) {
        return one;
    }

    @POST
    @Path("/times")
    @Consumes(MediaType.APPLICATION_JSON)
    public Times take(Times times) {
        return times;
    }

    /// A transaction that ends after its time: with `commit` nothing notices before the commit, otherwise a statement
    /// does.
    @POST
    @Path("/slow/{statement}")
    @Transactional
    @TransactionConfiguration(timeout = 1)
    public One slow(@PathParam("statement") String statement) throws InterruptedException {
        entities.createNativeQuery("select 1").getSingleResult();
        Thread.sleep(2_500);
        if (statement.equals("statement")) {
            entities.createNativeQuery("select 1").getSingleResult();
        }
        return new One(statement);
    }

    /// Fails as the database fails with this state.
    @GET
    @Path("/state/{state}")
    public One state(@PathParam("state") String state) {
        throw new IllegalStateException(new java.sql.SQLException("", state));
    }
}
