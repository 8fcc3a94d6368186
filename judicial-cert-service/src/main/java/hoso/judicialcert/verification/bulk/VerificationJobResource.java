package hoso.judicialcert.verification.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.page.Page;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.verification.single.AskedBody;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bulk verification for employers and agencies. A job belongs to the organisation that sent it; nobody else can see
/// that it is there.
@Path("/verification-jobs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VerificationJobResource {
    private static final int PAGE = 1_000;
    private final Caller caller;
    private final VerifyInBulk bulk;
    private final VerificationJobRows jobs;
    private final VerificationJobJson wire;
    private final VerificationWorker worker;
    private final Idempotency idempotency;
    private final Law law;
    private final Clock clock;

    VerificationJobResource(
            Caller caller,
            VerifyInBulk bulk,
            VerificationJobRows jobs,
            VerificationJobJson wire,
            VerificationWorker worker,
            Idempotency idempotency,
            Law law,
            Clock clock) {
        this.caller = caller;
        this.bulk = bulk;
        this.jobs = jobs;
        this.wire = wire;
        this.worker = worker;
        this.idempotency = idempotency;
        this.law = law;
        this.clock = clock;
    }

    /// What is sent.
    record Sent(
            @Nullable String purpose,
            @Nullable String maxAgeDays,
            @Nullable String reference,
            @Nullable List<@Nullable JobItem> rows) {}

    /// How far a job is.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            UUID jobId,
            @Nullable String reference,
            String status,
            int rows,
            int done,
            Instant createdAt,
            @Nullable Instant finishedAt,
            Instant expiresAt) {
        static Told of(VerificationJob job) {
            return new Told(
                    job.id(),
                    job.reference().orElse(null),
                    job.finishedAt() == null ? "RUNNING" : "FINISHED",
                    job.rows(),
                    job.done(),
                    job.createdAt(),
                    job.finishedAt(),
                    job.expiresAt());
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"agency", "verifier"})
    public Response send(@HeaderParam("Idempotency-Key") @Nullable String key, Sent sent) {
        var organisation = caller.requireOrganisation();
        var errors = new ArrayList<FieldError>();
        var asked = new AskedBody(sent.purpose(), sent.maxAgeDays(), sent.reference())
                .read(law, Law.dayOf(clock.instant()), errors);
        var rows = rows(sent, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        var answer = idempotency.once("verify-in-bulk", organisation, key, sent, () -> {
            var job = bulk.takeIn(organisation, asked, rows);
            return new Answer(202, URI.create("/verification-jobs/" + job.id()), Told.of(job));
        });
        worker.wake();
        return answer;
    }

    private static List<JobItem> rows(Sent sent, List<FieldError> errors) {
        var rows = new ArrayList<JobItem>();
        if (sent.rows() == null || sent.rows().isEmpty()) {
            errors.add(FieldError.of("/rows", "required"));
            return rows;
        }
        if (sent.rows().size() > VerificationJob.MOST) {
            errors.add(FieldError.of("/rows", "too-many-rows"));
            return rows;
        }
        for (var row : sent.rows()) {
            rows.add(row == null ? new JobItem(null, null, null, null, null, null, null) : row);
        }
        return rows;
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({"agency", "verifier"})
    public Response one(@PathParam("id") UUID id) {
        return answer(Told.of(own(id)));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"agency", "verifier"})
    public Response drop(@PathParam("id") UUID id) {
        jobs.drop(own(id).id());
        return Response.noContent().build();
    }

    @GET
    @Path("/{id}/results")
    @RolesAllowed({"agency", "verifier"})
    public Response results(
            @PathParam("id") UUID id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable Integer limit) {
        var most = limit == null ? Page.MAX_LIMIT : Math.clamp(limit, 1, PAGE);
        var found = jobs.results(own(id), place(after), most + 1);
        var items = found.size() > most ? found.subList(0, most) : found;
        var next = found.size() > most ? String.valueOf(items.getLast().row()) : null;
        return answer(new Page<>(items, next));
    }

    @GET
    @Path("/{id}/results")
    @Produces("application/x-ndjson;qs=0.5")
    @RolesAllowed({"agency", "verifier"})
    public Response lines(@PathParam("id") UUID id) {
        return file(id, "ndjson", wire.lines(jobs.results(own(id), 0, VerificationJob.MOST)));
    }

    @GET
    @Path("/{id}/results")
    @Produces("text/csv;qs=0.4")
    @RolesAllowed({"agency", "verifier"})
    public Response csv(@PathParam("id") UUID id) {
        return file(id, "csv", wire.csv(jobs.results(own(id), 0, VerificationJob.MOST)));
    }

    private VerificationJob own(UUID id) {
        var organisation = caller.requireOrganisation();
        return jobs.find(id, clock.instant())
                .filter(job -> job.organisation().equals(organisation))
                .orElseThrow(() -> Problem.notFound().raise());
    }

    private static int place(@Nullable String after) {
        if (after == null || after.isEmpty()) {
            return 0;
        }
        if (!after.matches("[0-9]{1,6}")) {
            throw Problem.of(400, "cursor-unreadable").raise();
        }
        return Integer.parseInt(after);
    }

    private static Response answer(Object body) {
        return Response.ok(body).header("Cache-Control", "no-store").build();
    }

    private static Response file(UUID id, String ending, String content) {
        return Response.ok(content)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + id + "." + ending + "\"")
                .build();
    }
}
