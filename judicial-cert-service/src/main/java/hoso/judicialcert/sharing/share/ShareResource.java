package hoso.judicialcert.sharing.share;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.person.CitizenId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Shares of the citizen who calls, and of certificates about them. Somebody else's share is answered like one that
/// does not exist.
@Path("/certificate-shares")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("citizen")
@RunOnVirtualThread
class ShareResource {
    private static final Logger LOG = Logger.getLogger(ShareResource.class);
    private static final String OPERATION = "make-share";
    private final Caller caller;
    private final Idempotency idempotency;
    private final MakeShare make;
    private final EndShares end;
    private final ReadShares read;
    private final Secrets secrets;
    private final Passcodes passcodes;
    private final Clock clock;

    ShareResource(
            Caller caller,
            Idempotency idempotency,
            MakeShare make,
            EndShares end,
            ReadShares read,
            Secrets secrets,
            Passcodes passcodes,
            Clock clock) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.make = make;
        this.end = end;
        this.read = read;
        this.secrets = secrets;
        this.passcodes = passcodes;
        this.clock = clock;
    }

    /// How many shares were ended.
    record Ended(int ended) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(@HeaderParam("Idempotency-Key") @Nullable String key, ShareBody body) {
        caller.requireStepUp();
        var wish = body.wish();
        var holder = holder();
        var passcode = body.passcode();
        var asked = body.withPasscode(passcode == null ? null : secrets.trace(passcode));
        // Who lost the answer gets the link by the same key at once, however many wait for their passcodes.
        var before = idempotency.before(OPERATION, caller.name(), key, asked);
        if (before.isPresent()) {
            return answer(before.get());
        }
        var fresh = passcodes.fresh(wish.passcode());
        // What is kept for the same key again is where the share is, and not its secret.
        var kept =
                idempotency.once(OPERATION, caller.name(), key, asked, () -> switch (make.make(holder, wish, fresh)) {
                    case MakeShare.Outcome.Made(var share) -> {
                        LOG.infof("share=%s made certificate=%s", share.id(), share.certificate());
                        yield new Answer(201, URI.create("/certificate-shares/" + share.id()), null);
                    }
                    case MakeShare.Outcome.Refused(var refusal) ->
                        throw ShareProblem.of(refusal).raise();
                });
        return answer(kept);
    }

    @GET
    public Page<ShareAnswer> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireLevel2();
        return read.page(holder(), Cursor.parse(after), Page.limit(limit))
                .map(share -> ShareAnswer.of(share, clock.instant()));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id) {
        caller.requireLevel2();
        return Response.ok(full(new ShareId(id), null, null))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id}/ending")
    public ShareAnswer end(@PathParam("id") UUID id) {
        caller.requireLevel2();
        var ended = end.end(new ShareId(id), holder())
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("share=%s ended", id);
        return ShareAnswer.of(ended, clock.instant());
    }

    @POST
    @Path("/ending")
    public Ended endAll() {
        caller.requireLevel2();
        return new Ended(end.endAll(holder()));
    }

    private Response answer(Response kept) {
        var location = kept.getHeaderString("Location");
        var id = new ShareId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        return Response.fromResponse(kept)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(full(id, secrets.ofShare(id), secrets.link(id)))
                .build();
    }

    private ShareAnswer full(ShareId id, @Nullable String code, @Nullable String link) {
        var used = read.one(id, holder()).orElseThrow(() -> Problem.notFound().raise());
        return ShareAnswer.of(used.share(), clock.instant(), code, link, used.openings());
    }

    private CitizenId holder() {
        return new CitizenId(caller.personId());
    }
}
