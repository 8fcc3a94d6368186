package hoso.healthrecord.sharing.giving;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.sharing.link.Passcodes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where an owner makes links, and lists them.
@Path("/records/me/shares")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ShareResource {
    private static final Logger LOG = Logger.getLogger(ShareResource.class);
    private static final String OPERATION = "share-record";
    private final Caller caller;
    private final Idempotency idempotency;
    private final MakeShare make;
    private final ReadShares read;
    private final LinkWriter links;
    private final Passcodes passcodes;
    private final Clock clock;

    ShareResource(
            Caller caller,
            Idempotency idempotency,
            MakeShare make,
            ReadShares read,
            LinkWriter links,
            Passcodes passcodes,
            Clock clock) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.make = make;
        this.read = read;
        this.links = links;
        this.passcodes = passcodes;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, ShareBody body) {
        caller.requireStepUp();
        var owner = caller.personId();
        var wish = body.wish(clock.instant());
        var linkKey = Objects.requireNonNull(body.key());
        // Who lost the answer gets the link by the same key at once, however many wait for their passcodes.
        var before = idempotency.before(OPERATION, caller.name(), key, body);
        if (before.isPresent()) {
            return answer(owner, before.get(), linkKey);
        }
        var fresh = passcodes.fresh(body.passcode());
        // What is kept for the same key again is where the link is, and not its key: who asks again brings it again.
        var kept = idempotency.once(OPERATION, caller.name(), key, body, () -> switch (make.make(
                owner, wish, linkKey, fresh)) {
            case MakeShare.Outcome.Made(var share) -> {
                LOG.infof("share=%s made", share.id());
                yield new Answer(201, URI.create("/records/me/shares/" + share.id()), null);
            }
            case MakeShare.Outcome.Refused(var refusal) ->
                throw ShareProblem.of(refusal).raise();
        });
        return answer(owner, kept, linkKey);
    }

    @GET
    @RolesAllowed("citizen")
    public Response list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireLevel2();
        var now = clock.instant();
        var page = read.page(caller.personId(), Cursor.parse(after), Page.limit(limit))
                .map(share -> ShareAnswer.of(share, now, null, null));
        return Response.ok(page).header("Cache-Control", "no-store").build();
    }

    private Response answer(UUID owner, Response kept, String key) {
        var location = kept.getHeaderString("Location");
        var id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
        var seen = read.one(owner, id).orElseThrow(() -> Problem.notFound().raise());
        var link = links.link(seen.share(), key);
        return Response.fromResponse(kept)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(ShareAnswer.of(seen.share(), clock.instant(), link, seen.files()))
                .build();
    }
}
