package hoso.judicialcert.request.filing;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.Dependant;
import hoso.judicialcert.person.Identity;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.person.Vouched;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Requester;
import hoso.judicialcert.request.step.GiveSupplement;
import hoso.judicialcert.request.step.ReadRequests;
import hoso.judicialcert.request.step.RequestAnswer;
import hoso.judicialcert.request.step.WithdrawRequest;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Requests of the citizen who calls. Somebody else's request is answered like one that does not exist.
@Path("/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CertificateRequestResource {
    private final FilingPermits places;
    private final Caller caller;
    private final Identity identity;
    private final Idempotency idempotency;
    private final FileRequest file;
    private final WithdrawRequest withdraw;
    private final ReadRequests read;
    private final GiveSupplement give;

    CertificateRequestResource(
            Caller caller,
            Identity identity,
            Idempotency idempotency,
            FileRequest file,
            WithdrawRequest withdraw,
            ReadRequests read,
            GiveSupplement give,
            FilingPermits places) {
        this.caller = caller;
        this.identity = identity;
        this.idempotency = idempotency;
        this.file = file;
        this.withdraw = withdraw;
        this.read = read;
        this.give = give;
        this.places = places;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    public Response submit(@HeaderParam("Idempotency-Key") @Nullable String key, RequestBody body) {
        caller.requireStepUp();
        var application = body.application(Channel.ONLINE);
        var citizen = caller();
        // Asked outside the transaction: a slow answer must not keep a connection.
        var self = identity.whoHas(caller.bearer()).applicant();
        var subject = body.dependant().map(this::vouched).orElseGet(() -> new Vouched(citizen, self));
        var capacity = body.dependant().map(one -> one.relation().capacity()).orElse(Capacity.SELF);
        // Only where the request is is kept as the answer: what it says is personal, and read from the request when it
        // is told again.
        var made = new AtomicReference<CertificateRequest>();
        var kept = places.in(() -> idempotency.once("submit-request", caller.name(), key, body, () -> switch (file.file(
                citizen, Requester.of(citizen, self, capacity, null), self.accountLevel(), subject, application)) {
            case Became(var request, var _) -> {
                made.set(request);
                yield new Answer(201, URI.create("/certificate-requests/" + request.id()), null);
            }
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        }));
        var request = made.get();
        return Response.fromResponse(kept)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(request == null ? again(kept, citizen) : read.made(request, caller.language()))
                .build();
    }

    private RequestAnswer again(Response kept, CitizenId citizen) {
        var location = kept.getHeaderString("Location");
        var id = new RequestId(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)));
        return read.one(id, citizen, caller.language()).orElseThrow().answer();
    }

    @GET
    @RolesAllowed("citizen")
    public Page<RequestAnswer> list(
            @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        caller.requireLevel2();
        return read.page(caller(), Cursor.parse(after), Page.limit(limit), caller.language());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("citizen")
    public Response one(@PathParam("id") UUID id, @Context Request conditions) {
        caller.requireLevel2();
        var found = read.one(new RequestId(id), caller(), caller.language())
                .orElseThrow(() -> Problem.notFound().raise());
        var tag = new EntityTag(found.version() + "-" + caller.language().getLanguage());
        var unchanged = conditions.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(found.answer()).tag(tag) : unchanged)
                .header("Cache-Control", "private, no-cache")
                .header("Vary", "Accept-Language, Authorization")
                .build();
    }

    @POST
    @Path("/{id}/withdrawal")
    @RolesAllowed("citizen")
    public RequestAnswer withdraw(@PathParam("id") UUID id) {
        caller.requireStepUp();
        var request = new RequestId(id);
        var decision = withdraw.withdraw(request, caller())
                .orElseThrow(() -> Problem.notFound().raise());
        return switch (decision) {
            case Became _ ->
                read.one(request, caller(), caller.language()).orElseThrow().answer();
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    /// Where the request stands, and when it is expected to be decided now.
    record Standing(UUID requestId, String status, Instant expectedAt) {}

    /// What an officer asked for.
    @POST
    @Path("/{id}/supplement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("citizen")
    public Response supplement(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, SupplementBody body) {
        caller.requireStepUp();
        body.check();
        var request = new RequestId(id);
        return idempotency.once("give-supplement-" + id, caller.name(), key, body, () -> switch (give.give(
                        request, caller(), body.text(), body.files())
                .orElseThrow(() -> Problem.notFound().raise())) {
            case Became(var given, var _) ->
                Answer.ok(new Standing(
                        id, given.status().name(), given.terms().due().at()));
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        });
    }

    private Vouched vouched(Dependant dependant) {
        return identity.dependant(caller.bearer(), dependant)
                .orElseThrow(() -> Problem.of(422, "dependant-not-known").raise());
    }

    private CitizenId caller() {
        return new CitizenId(caller.personId());
    }
}
