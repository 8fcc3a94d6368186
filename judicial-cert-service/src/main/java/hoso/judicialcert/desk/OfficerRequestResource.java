package hoso.judicialcert.desk;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Hidden;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.register.EntryWire;
import hoso.judicialcert.request.Applicant;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequestProblem;
import hoso.judicialcert.request.CertificateRequests;
import hoso.judicialcert.request.Decision;
import hoso.judicialcert.request.Decision.Became;
import hoso.judicialcert.request.Decision.Refused;
import hoso.judicialcert.request.OfficerId;
import hoso.judicialcert.request.Proposal;
import hoso.judicialcert.request.RequestId;
import hoso.judicialcert.request.Status;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The queue of an officer and what can be done with it.
@Path("/officer/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerRequestResource {
    private static final Logger LOG = Logger.getLogger(OfficerRequestResource.class);
    private static final int MAX_REASON = 1_000;
    private final Caller caller;
    private final CertificateRequests requests;
    private final DecideRequest decide;

    OfficerRequestResource(Caller caller, CertificateRequests requests, DecideRequest decide) {
        this.caller = caller;
        this.requests = requests;
        this.decide = decide;
    }

    /// A line of the queue: nothing personal until it is opened.
    record Line(
            UUID requestId,
            String dossierCode,
            CertificateKind kind,
            Instant receivedAt,
            Instant expectedAt,
            Instant since) {
        static Line of(CertificateRequest request) {
            return new Line(
                    request.id().value(),
                    request.dossierCode().value(),
                    request.application().kind(),
                    request.receivedAt(),
                    request.terms().due().at(),
                    request.status().since());
        }
    }

    /// A request beside the register.
    record Opened(
            Line request,
            String why,
            String purpose,
            Applicant applicant,
            List<EntryWire.Shown> judgments,
            List<EntryWire.Shown> candidates,
            @Nullable Proposal proposal)
            implements Hidden {
        static Opened of(DecideRequest.Opened opened) {
            var status = opened.request().status();
            return new Opened(
                    Line.of(opened.request()),
                    why(status),
                    opened.request().application().purpose(),
                    opened.request().applicant(),
                    opened.own().stream().map(EntryWire::of).toList(),
                    opened.candidates().stream().map(EntryWire::of).toList(),
                    status instanceof Status.Approval(var _, var _, var proposal) ? proposal : null);
        }

        private static String why(Status status) {
            return switch (status) {
                case Status.Referred(var _, var why) -> why.name();
                case Status.Approval(var _, var why, var _) -> why.name();
                case Status _ -> status.name();
            };
        }

        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    /// @param judgments those of the candidates that are the applicant's
    record Decided(
            Proposal.@Nullable Verdict decision,
            @Nullable String reason,
            @Nullable List<UUID> judgments) implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    /// Where the request stands now.
    record Standing(UUID requestId, String status) {}

    @GET
    public Page<Line> queue(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        var size = Page.limit(limit);
        var rows = requests.referred(Cursor.parse(after), size + 1);
        return Page.of(
                        rows,
                        size,
                        row -> new Cursor(row.status().since(), row.id().value()))
                .map(Line::of);
    }

    @GET
    @Path("/{id}")
    public Response open(@PathParam("id") UUID id) {
        caller.requireStepUp();
        var opened = decide.open(new RequestId(id), new OfficerId(caller.personId()))
                .orElseThrow(() -> Problem.notFound().raise());
        LOG.infof("request=%s opened by officer=%s", id, caller.personId());
        return Response.ok(Opened.of(opened))
                .header("Cache-Control", "no-store")
                .build();
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing decide(@PathParam("id") UUID id, Decided body) {
        caller.requireStepUp();
        return standing(id, decide(new RequestId(id), body));
    }

    /// Where two officers are needed: the second one approves what the first one found.
    @POST
    @Path("/{id}/approval")
    public Standing approve(@PathParam("id") UUID id) {
        caller.requireStepUp();
        return standing(id, decide.approve(new RequestId(id), new OfficerId(caller.personId())));
    }

    /// Or does not.
    @POST
    @Path("/{id}/return")
    public Standing sendBack(@PathParam("id") UUID id) {
        caller.requireStepUp();
        return standing(id, decide.sendBack(new RequestId(id), new OfficerId(caller.personId())));
    }

    private Standing standing(UUID id, java.util.Optional<Decision> decision) {
        return switch (decision.orElseThrow(() -> Problem.notFound().raise())) {
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

    private java.util.Optional<Decision> decide(RequestId id, Decided body) {
        var errors = new ArrayList<FieldError>();
        var verdict = body.decision();
        var reason = body.reason();
        if (verdict == null) {
            errors.add(FieldError.of("/decision", "required"));
        }
        if (reason == null || reason.isBlank()) {
            errors.add(FieldError.of("/reason", "required"));
        } else if (reason.length() > MAX_REASON) {
            errors.add(FieldError.of("/reason", "too-long"));
        }
        if (!errors.isEmpty() || verdict == null || reason == null) {
            throw Problem.invalid(errors).raise();
        }
        return decide.propose(
                id,
                new OfficerId(caller.personId()),
                verdict,
                reason,
                Objects.requireNonNullElse(body.judgments(), List.of()));
    }
}
