package hoso.healthrecord.sharing.giving;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.PathId;
import hoso.chassis.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What an owner does with links that were made. Somebody else's is answered like one that does not exist.
@Path("/records/me/shares")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class GivenShareResource {
    private static final Logger LOG = Logger.getLogger(GivenShareResource.class);
    private final Caller caller;
    private final MakeShare make;
    private final EndShares end;
    private final ReadShares read;
    private final Clock clock;

    GivenShareResource(Caller caller, MakeShare make, EndShares end, ReadShares read, Clock clock) {
        this.caller = caller;
        this.make = make;
        this.end = end;
        this.read = read;
        this.clock = clock;
    }

    /// The key of a link, as its owner's app keeps it.
    record KeyBody(@Nullable String key) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// How many links were ended.
    record Ended(int ended) {}

    @GET
    @Path("/{id}")
    @RolesAllowed("citizen")
    public Response one(@PathParam("id") String id) {
        caller.requireLevel2();
        return seen(PathId.read(id));
    }

    @POST
    @Path("/{id}/ending")
    @RolesAllowed("citizen")
    public Response end(@PathParam("id") String id) {
        caller.requireLevel2();
        var ended = end.end(caller.personId(), PathId.read(id))
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("share=%s ended", ended.id());
        return seen(ended.id());
    }

    @POST
    @Path("/ending")
    @RolesAllowed("citizen")
    public Ended endAll() {
        caller.requireLevel2();
        return new Ended(end.endAll(caller.personId()));
    }

    /// Brings a link for long up to date.
    @POST
    @Path("/{id}/renewal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    public Response renew(@PathParam("id") String id, KeyBody body) {
        caller.requireStepUp();
        var errors = new ArrayList<FieldError>();
        var bytes = ShareBody.key(body.key(), errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return switch (make.renew(caller.personId(), PathId.read(id), Objects.requireNonNull(body.key()), bytes)) {
            case MakeShare.Outcome.Made(var share) -> {
                LOG.infof("share=%s renewed", share.id());
                yield seen(share.id());
            }
            case MakeShare.Outcome.Refused(var refusal) ->
                throw ShareProblem.of(refusal).raise();
        };
    }

    private Response seen(UUID id) {
        var seen = read.one(caller.personId(), id)
                .orElseThrow(() -> Problem.notFound().raise());
        return Response.ok(ShareAnswer.of(seen.share(), clock.instant(), null, seen.files()))
                .header("Cache-Control", "no-store")
                .build();
    }
}
