package hoso.judicialcert.officer.casework;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.ClaimCase;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.Queue;
import hoso.judicialcert.officer.queue.ReadQueue;
import hoso.judicialcert.officer.queue.TypedReader;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Proposal;
import hoso.judicialcert.request.lifecycle.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The queues of an officer and what can be done with a case. Cases of other agencies are not there.
@Path("/officer/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerRequestResource {
    private static final Logger LOG = Logger.getLogger(OfficerRequestResource.class);
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9a-f]{64})\"");
    private final Caller caller;
    private final ReadQueue queues;
    private final ClaimCase hold;
    private final DecideRequest decide;
    private final AmendCase amend;
    private final KeepNotes notes;
    private final Idempotency idempotency;
    private final Law law;
    private final Clock clock;

    OfficerRequestResource(
            Caller caller,
            ReadQueue queues,
            ClaimCase hold,
            DecideRequest decide,
            AmendCase amend,
            KeepNotes notes,
            Idempotency idempotency,
            Law law,
            Clock clock) {
        this.caller = caller;
        this.queues = queues;
        this.hold = hold;
        this.decide = decide;
        this.amend = amend;
        this.notes = notes;
        this.idempotency = idempotency;
        this.law = law;
        this.clock = clock;
    }

    /// @param judgments those of the candidates that are the applicant's
    record Decided(
            Proposal.@Nullable Verdict decision,
            @Nullable String reason,
            @Nullable List<UUID> judgments) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// @param template code of `supplements.csv`
    record Asked(@Nullable String template, @Nullable String wanted) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A note on a case.
    record Noted(@Nullable String note) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Where the request stands now.
    record Standing(UUID requestId, String status) {}

    /// Until when the case is the caller's.
    record Held(UUID requestId, Instant until) {}

    record NoteKept(UUID noteId) {}

    /// All that happened to a case.
    record History(List<CaseJson.Happened> items) {}

    @GET
    public Page<CaseJson.Line> queue(
            @QueryParam("status") @DefaultValue("REFERRED") String status,
            @QueryParam("why") @Nullable String why,
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("late") @DefaultValue("false") boolean late,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        var queue = new Queue(status(status), why(why), mine, late);
        var now = clock.instant();
        return queues.page(officer(), queue, Cursor.parse(after), Page.limit(limit))
                .map(place -> CaseJson.line(place, caller.personId(), now));
    }

    /// The tag names what is shown: whoever decides on it gives it back.
    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") UUID id) {
        caller.requireStepUp();
        var opened = there(decide.open(new RequestId(id), officer()));
        LOG.infof("request=%s opened by officer=%s", id, caller.personId());
        return Response.ok(CaseJson.opened(opened, caller.personId(), clock.instant()))
                .tag(opened.tag())
                .header("Cache-Control", "no-store")
                .build();
    }

    /// Takes the case: nobody else works on it until then.
    @POST
    @Path("/{id}/claim")
    public Held claim(@PathParam("id") UUID id) {
        return switch (there(hold.claim(new RequestId(id), officer()))) {
            case ClaimCase.Outcome.Held(var until) -> new Held(id, until);
            case ClaimCase.Outcome.Free() -> throw new IllegalStateException("claimed, and free");
            case ClaimCase.Outcome.Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    /// Gives it back. What nobody has is free already.
    @POST
    @Path("/{id}/release")
    public Response release(@PathParam("id") UUID id) {
        return switch (there(hold.release(new RequestId(id), officer()))) {
            case ClaimCase.Outcome.Held _, ClaimCase.Outcome.Free _ ->
                Response.noContent().build();
            case ClaimCase.Outcome.Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing decide(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String match, Decided body) {
        caller.requireStepUp();
        var looked = looked(match);
        var decided = TypedReader.reasoned(body.decision(), body.reason());
        var judgments = Objects.requireNonNullElse(body.judgments(), List.<UUID>of());
        if (judgments.stream().anyMatch(Objects::isNull)) {
            throw Problem.invalid(List.of(FieldError.of("/judgments", "required")))
                    .raise();
        }
        return standing(
                id,
                decide.propose(new RequestId(id), officer(), looked, decided.decision(), decided.reason(), judgments));
    }

    /// Asks the citizen for more; the letter that says so is then there to be printed.
    @POST
    @Path("/{id}/supplement-request")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing requestSupplement(@PathParam("id") UUID id, Asked body) {
        caller.requireStepUp();
        var officer = officer();
        var code = TypedReader.required("/template", body.template());
        if (law.texts().supplement(code).isEmpty()) {
            throw Problem.invalid(List.of(FieldError.of("/template", "unknown")))
                    .raise();
        }
        var wanted = code.equals("OTHER")
                ? TypedReader.required("/wanted", body.wanted())
                : TypedReader.optional("/wanted", body.wanted());
        return standing(id, decide.requestSupplement(new RequestId(id), officer, code, wanted));
    }

    /// Sets right what the certificate that is looked into said wrongly about the person.
    @POST
    @Path("/{id}/amendment")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing amend(@PathParam("id") UUID id, AmendmentBody body) {
        caller.requireStepUp();
        var officer = officer();
        var amendment = body.amendment();
        var source = body.document(clock);
        return standing(id, amend.amend(new RequestId(id), officer, amendment, source));
    }

    /// Where two officers are needed: the second one approves what the first one found.
    @POST
    @Path("/{id}/approval")
    public Standing approve(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String match) {
        caller.requireStepUp();
        return standing(id, decide.approve(new RequestId(id), officer(), looked(match)));
    }

    /// Or does not, and says why.
    @POST
    @Path("/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing sendBack(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String match, Noted body) {
        caller.requireStepUp();
        var looked = looked(match);
        var note = TypedReader.required("/note", body.note());
        return standing(id, decide.sendBack(new RequestId(id), officer(), looked, note));
    }

    @POST
    @Path("/{id}/notes")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response note(@PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Noted body) {
        caller.requireStepUp();
        var text = TypedReader.required("/note", body.note());
        return idempotency.once("note-on-case", caller.name(), key, id + "\n" + text, () -> {
            var note = there(notes.note(new RequestId(id), officer(), text));
            return Answer.created(
                    java.net.URI.create("/officer/certificate-requests/" + id + "/history"), new NoteKept(note));
        });
    }

    @GET
    @Path("/{id}/history")
    public Response history(@PathParam("id") UUID id) {
        caller.requireStepUp();
        var history = there(notes.history(new RequestId(id), officer()));
        var items = history.stream()
                .map(one -> CaseJson.happened(one, law, caller.language()))
                .toList();
        return Response.ok(new History(items))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Standing standing(UUID id, Optional<Decision> decision) {
        return switch (there(decision)) {
            case Became(var request, var _) -> {
                LOG.infof(
                        "request=%s decided status=%s officer=%s",
                        id, request.status().name(), caller.personId());
                yield new Standing(id, request.status().name());
            }
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    /// The tag of what the officer looked at; one that is none of ours names nothing, and so nothing that still stands.
    private static String looked(@Nullable String match) {
        if (match == null) {
            throw Problem.of(428, "precondition-required").raise();
        }
        var tag = TAG.matcher(match);
        return tag.matches() ? tag.group(1) : "";
    }

    private static String status(String status) {
        if (!Queue.STATUSES.contains(status)) {
            throw Problem.invalid(List.of(FieldError.of("/status", "unknown"))).raise();
        }
        return status;
    }

    private static Status.@Nullable Referral why(@Nullable String why) {
        return why == null
                ? null
                : Arrays.stream(Status.Referral.values())
                        .filter(one -> one.name().equals(why))
                        .findFirst()
                        .orElseThrow(() -> Problem.invalid(List.of(FieldError.of("/why", "unknown")))
                                .raise());
    }

    private Officer officer() {
        return new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> Problem.notFound().raise());
    }
}
