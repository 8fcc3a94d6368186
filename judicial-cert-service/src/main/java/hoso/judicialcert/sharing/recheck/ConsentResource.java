package hoso.judicialcert.sharing.recheck;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
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

/// Consents of the citizen who calls. Somebody else's is answered like one that does not exist.
@Path("/recheck-consents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("citizen")
@RunOnVirtualThread
class ConsentResource {
    private static final Logger LOG = Logger.getLogger(ConsentResource.class);
    private final Caller caller;
    private final Idempotency idempotency;
    private final GiveConsent give;
    private final ReadConsents read;
    private final RecheckKeys keys;
    private final Law law;
    private final Clock clock;

    ConsentResource(
            Caller caller,
            Idempotency idempotency,
            GiveConsent give,
            ReadConsents read,
            RecheckKeys keys,
            Law law,
            Clock clock) {
        this.caller = caller;
        this.idempotency = idempotency;
        this.give = give;
        this.read = read;
        this.keys = keys;
        this.law = law;
        this.clock = clock;
    }

    /// The words to agree to, with places to fill in.
    record Text(String textVersion, String text) {}

    @GET
    @Path("/text")
    public Text text() {
        var text = law.consentText(Law.dayOf(clock.instant()));
        return new Text(text.rule(), text.text().in(caller.language()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(@HeaderParam("Idempotency-Key") @Nullable String key, ConsentBody body) {
        caller.requireStepUp();
        var wish = body.wish(caller.language());
        var holder = holder();
        // What is kept for the same key again is where the consent is, and not its key.
        var kept = idempotency.once("give-recheck-consent", caller.name(), key, body, () -> switch (give.give(
                holder, wish)) {
            case GiveConsent.Outcome.Given(var consent) -> {
                LOG.infof("consent=%s given certificate=%s", consent.id(), consent.certificate());
                yield new Answer(201, URI.create("/recheck-consents/" + consent.id()), null);
            }
            case GiveConsent.Outcome.Refused(var refusal) ->
                throw ConsentProblem.of(refusal, clock.instant()).raise();
        });
        return answer(kept);
    }

    @GET
    public Page<ConsentAnswer> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireLevel2();
        return read.page(holder(), Cursor.parse(after), Page.limit(limit))
                .map(consent -> ConsentAnswer.of(consent, clock.instant(), null, null));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id) {
        caller.requireLevel2();
        return Response.ok(full(new ConsentId(id), null))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    public ConsentAnswer withdraw(@PathParam("id") UUID id) {
        caller.requireLevel2();
        var withdrawn = give.withdraw(new ConsentId(id), holder())
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("consent=%s withdrawn", id);
        return ConsentAnswer.of(withdrawn, clock.instant(), null, null);
    }

    private Response answer(Response kept) {
        var location = kept.getHeaderString("Location");
        var id = new ConsentId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        return Response.fromResponse(kept)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(full(id, keys.of(id)))
                .build();
    }

    private ConsentAnswer full(ConsentId id, @Nullable String key) {
        var used = read.one(id, holder()).orElseThrow(() -> Problem.notFound().raise());
        return ConsentAnswer.of(used.consent(), clock.instant(), key, used.checks());
    }

    private CitizenId holder() {
        return new CitizenId(caller.personId());
    }
}
