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
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The queues of an officer, and the cases in them. Cases of other agencies are not there.
@Path("/officer/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerRequestResource {
    private static final Logger LOG = Logger.getLogger(OfficerRequestResource.class);
    private final Caller caller;
    private final ReadQueue queues;
    private final ClaimCase hold;
    private final OpenCase open;
    private final KeepNotes notes;
    private final Idempotency idempotency;
    private final Law law;
    private final Clock clock;

    OfficerRequestResource(
            Caller caller,
            ReadQueue queues,
            ClaimCase hold,
            OpenCase open,
            KeepNotes notes,
            Idempotency idempotency,
            Law law,
            Clock clock) {
        this.caller = caller;
        this.queues = queues;
        this.hold = hold;
        this.open = open;
        this.notes = notes;
        this.idempotency = idempotency;
        this.law = law;
        this.clock = clock;
    }

    /// A note on a case.
    record Noted(@Nullable String note) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

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
        var opened = there(open.open(new RequestId(id), officer()));
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
