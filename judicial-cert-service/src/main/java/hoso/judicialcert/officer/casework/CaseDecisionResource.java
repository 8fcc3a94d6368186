package hoso.judicialcert.officer.casework;

import hoso.chassis.caller.Caller;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.TypedReader;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Proposal;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What an officer decides on a case, and what is asked of the citizen. Cases of other agencies are not there.
@Path("/officer/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class CaseDecisionResource {
    private static final Logger LOG = Logger.getLogger(CaseDecisionResource.class);
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9a-f]{64})\"");
    private final Caller caller;
    private final DecideRequest decide;
    private final AmendCase amend;
    private final Law law;
    private final Clock clock;

    CaseDecisionResource(Caller caller, DecideRequest decide, AmendCase amend, Law law, Clock clock) {
        this.caller = caller;
        this.decide = decide;
        this.amend = amend;
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

    /// Why a case goes back.
    record Returned(@Nullable String note) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Where the request stands now.
    record Standing(UUID requestId, String status) {}

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
    public Standing sendBack(@PathParam("id") UUID id, @HeaderParam("If-Match") @Nullable String match, Returned body) {
        caller.requireStepUp();
        var looked = looked(match);
        var note = TypedReader.required("/note", body.note());
        return standing(id, decide.sendBack(new RequestId(id), officer(), looked, note));
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

    private Officer officer() {
        return new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> Problem.notFound().raise());
    }
}
