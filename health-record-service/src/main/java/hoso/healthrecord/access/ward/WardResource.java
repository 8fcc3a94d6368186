package hoso.healthrecord.access.ward;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.integration.IdentityClient;
import hoso.healthrecord.record.HealthRecordAnswer;
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
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a parent or guardian begins to read for a child or a ward, and ends it.
@Path("/records/me/wards")
@RunOnVirtualThread
class WardResource {
    private final ReadForWard readForWard;
    private final IdentityClient identity;
    private final Caller caller;

    WardResource(ReadForWard readForWard, IdentityClient identity, Caller caller) {
        this.readForWard = readForWard;
        this.identity = identity;
        this.caller = caller;
    }

    record WardBody(
            @Nullable Guarded relation,
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable String birthDate)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record WardAnswer(UUID grantId, Guarded relation, OffsetDateTime until) {
        static WardAnswer of(Guardianship one) {
            return new WardAnswer(one.id(), one.relation(), HealthRecordAnswer.local(one.until()));
        }
    }

    /// All of them: there are few.
    record Wards(List<WardAnswer> items) {}

    @GET
    @RolesAllowed("citizen")
    @Produces(MediaType.APPLICATION_JSON)
    public Response wards() {
        caller.requireStepUp();
        var all =
                readForWard.all(caller.personId()).stream().map(WardAnswer::of).toList();
        return Response.ok(new Wards(all)).header("Cache-Control", "no-store").build();
    }

    @POST
    @RolesAllowed("citizen")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response begin(WardBody body) {
        caller.requireStepUp();
        var relation = body.relation();
        var number = body.personalNumber();
        var name = body.fullName();
        var birthDate = body.birthDate();
        if (relation == null || number == null || name == null || birthDate == null) {
            var missing = relation == null
                    ? "/relation"
                    : number == null ? "/personalNumber" : name == null ? "/fullName" : "/birthDate";
            throw Problem.invalid(List.of(FieldError.of(missing, "missing"))).raise();
        }
        // Asked before the transaction, so that a slow partner holds no connection to the database.
        var ward = identity.dependant(relation.name(), number, name, birthDate, caller.bearer())
                .orElseThrow(() -> Problem.of(403, "ward-not-vouched").raise());
        var one = readForWard
                .begin(caller.personId(), relation, ward)
                .orElseThrow(() -> Problem.of(409, "ward-of-age").raise());
        return Response.ok(WardAnswer.of(one))
                .header("Cache-Control", "no-store")
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("citizen")
    public Response end(@PathParam("id") String id) {
        caller.requireStepUp();
        if (!readForWard.end(caller.personId(), PathId.read(id))) {
            throw Problem.notFound().raise();
        }
        return Response.noContent().build();
    }
}
