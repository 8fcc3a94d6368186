package hoso.healthrecord.access.restriction;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.restriction.Denial.Target;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a citizen keeps parts of the record from others, and takes that back.
@Path("/records/me/denials")
@RunOnVirtualThread
class DenialResource {
    private final DenyAccess denyAccess;
    private final Caller caller;

    DenialResource(DenyAccess denyAccess, Caller caller) {
        this.denyAccess = denyAccess;
        this.caller = caller;
    }

    record DenialBody(@Nullable Target target, @Nullable String value, boolean inEmergency) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record DenialAnswer(UUID denialId, Target target, String value, boolean inEmergency, Instant deniedAt)
            implements Sensitive {
        static DenialAnswer of(Denial denial) {
            return new DenialAnswer(denial.id(), denial.target(), denial.value(), denial.inEmergency(), denial.at());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// All of them: there are few.
    record Denied(List<DenialAnswer> items) {}

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response denials() {
        caller.requireStepUp();
        var all =
                denyAccess.all(caller.personId()).stream().map(DenialAnswer::of).toList();
        return Response.ok(new Denied(all)).header("Cache-Control", "no-store").build();
    }

    /// Repeated, it answers with the denial that is in force.
    @POST
    @RolesAllowed("citizen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response deny(DenialBody body) {
        caller.requireStepUp();
        var target = body.target();
        var value = body.value();
        if (target == null || value == null || !Denial.isValid(target, value)) {
            var pointer = target == null ? "/target" : "/value";
            throw Problem.invalid(List.of(
                            FieldError.of(pointer, value == null || target == null ? "missing" : "denial-value")))
                    .raise();
        }
        var denial = denyAccess
                .deny(caller.personId(), target, value, body.inEmergency())
                .orElseThrow(() -> Problem.of(409, "record-not-integrated").raise());
        return Response.ok(DenialAnswer.of(denial))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("citizen")
    public Response permit(@PathParam("id") String id) {
        caller.requireStepUp();
        if (!denyAccess.permit(caller.personId(), PathId.read(id))) {
            throw Problem.notFound().raise();
        }
        return Response.noContent().build();
    }
}
