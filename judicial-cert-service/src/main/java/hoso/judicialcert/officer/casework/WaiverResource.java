package hoso.judicialcert.officer.casework;

import hoso.chassis.caller.Caller;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.FeeRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.TypedReader;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
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
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Fee waivers that wait for an officer of the agency. A waiver is a decision with a reason, never a price of zero
/// that was picked.
@Path("/officer/waivers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class WaiverResource {
    private static final Logger LOG = Logger.getLogger(WaiverResource.class);
    private final Caller caller;
    private final CertificateRequests requests;
    private final WeighWaiver weigh;
    private final Law law;

    WaiverResource(Caller caller, CertificateRequests requests, WeighWaiver weigh, Law law) {
        this.caller = caller;
        this.requests = requests;
        this.weigh = weigh;
        this.law = law;
    }

    /// A line of the queue: the class that is claimed and what has to show it, nothing of the person.
    record Line(
            UUID requestId,
            String dossierCode,
            String waiverClass,
            String name,
            String proof,
            int files,
            long fee,
            Instant receivedAt,
            Instant expectedAt,
            Instant since) {}

    enum Verdict {
        GRANT,
        DECLINE
    }

    record Decided(@Nullable Verdict decision, @Nullable String reason) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Where the request stands now.
    ///
    /// @param fee đồng to be paid now
    record Standing(UUID requestId, String status, long fee) {}

    @GET
    public Page<Line> queue(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable Integer limit) {
        var size = Page.limit(limit);
        var officer = officer();
        var rows = requests.withWaivers(officer.agency(), officer.id(), Cursor.parse(after), size + 1);
        return Page.of(
                        rows,
                        size,
                        row -> new Cursor(row.status().since(), row.id().value()))
                .map(this::line);
    }

    @POST
    @Path("/{requestId}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Standing decide(@PathParam("requestId") UUID id, Decided body) {
        caller.requireStepUp();
        var decided = TypedReader.reasoned(body.decision(), body.reason());
        return switch (weigh.decide(new RequestId(id), officer(), decided.decision() == Verdict.GRANT, decided.reason())
                .orElseThrow(() -> Problem.notFound().raise())) {
            case Became(var request, var _) -> {
                LOG.infof("request=%s waiver=%s officer=%s", id, decided.decision(), caller.personId());
                yield new Standing(
                        id, request.status().name(), request.terms().fee().amount());
            }
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    private Officer officer() {
        return new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
    }

    private Line line(CertificateRequest request) {
        var claim = Objects.requireNonNull(request.application().waiver());
        var rule = law.waiver(claim.waiverClass(), Law.dayOf(request.receivedAt()));
        return new Line(
                request.id().value(),
                request.dossierCode().value(),
                claim.waiverClass(),
                rule.map(FeeRule.Waiver::name)
                        .map(name -> name.in(caller.language()))
                        .orElse(claim.waiverClass()),
                rule.map(FeeRule.Waiver::proof)
                        .map(proof -> proof.in(caller.language()))
                        .orElse(""),
                claim.evidence().size(),
                request.terms().fee().amount(),
                request.receivedAt(),
                request.terms().due().at(),
                request.status().since());
    }
}
