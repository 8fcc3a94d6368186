package hoso.judicialcert.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.filing.FilingPermits;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where agencies ask for certificates about persons (procedure 3.000331), in the capacity the law gives them.
@Path("/agency/certificate-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("agency")
@RunOnVirtualThread
class AgencyResource {
    private static final Logger LOG = Logger.getLogger(AgencyResource.class);
    private final Caller caller;
    private final IdentifyPerson identify;
    private final Idempotency idempotency;
    private final FilingPermits places;
    private final AskAsAgency ask;
    private final Law law;

    AgencyResource(
            Caller caller,
            IdentifyPerson identify,
            Idempotency idempotency,
            FilingPermits places,
            AskAsAgency ask,
            Law law) {
        this.caller = caller;
        this.identify = identify;
        this.idempotency = idempotency;
        this.places = places;
        this.ask = ask;
        this.law = law;
    }

    /// A request as the agency that asked is told of it: nothing of the person.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Filed(
            UUID requestId,
            String dossierCode,
            CertificateKind kind,
            String status,
            String statusText,
            Instant receivedAt,
            Instant expectedAt,
            @Nullable UUID certificateId) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@HeaderParam("Idempotency-Key") @Nullable String key, AgencyBody body) {
        var organisation = caller.requireOrganisation();
        var capacity = ask.capacity(organisation)
                .orElseThrow(() -> Problem.of(403, "not-an-asking-organisation")
                        .with("organisation", organisation)
                        .raise());
        var question = body.question();
        var subject = identify.identify(organisation, question.person())
                .orElseThrow(() -> Problem.invalid(List.of(FieldError.of("/person", "person-not-known")))
                        .raise());
        return places.in(() -> idempotency.once("ask-as-agency", organisation, key, body, () -> switch (ask.ask(
                organisation, capacity, subject, question)) {
            case Became(var request, var _) ->
                Answer.created(URI.create("/agency/certificate-requests/" + request.id()), filed(request));
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        }));
    }

    @GET
    @Path("/{id}")
    public Response one(@PathParam("id") UUID id) {
        var request = ask.find(new RequestId(id), caller.requireOrganisation())
                .orElseThrow(() -> Problem.notFound().raise());
        return Response.ok(filed(request)).header("Cache-Control", "no-store").build();
    }

    @GET
    @Path("/{id}/document")
    @Produces("application/pdf")
    public Response document(@PathParam("id") UUID id) {
        var organisation = caller.requireOrganisation();
        var document = document(ask.document(new RequestId(id), organisation, caller.clientId())
                .orElseThrow(() -> Problem.notFound().raise()));
        LOG.infof("request=%s document read by organisation=%s", id, organisation);
        return Response.ok(document)
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", "attachment; filename=\"" + id + ".pdf\"")
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    private static byte[] document(AskAsAgency.Handing handing) {
        return switch (handing) {
            case AskAsAgency.Handing.Document(var bytes) -> bytes;
            case AskAsAgency.Handing.CountsNoMore(var standing) ->
                throw Problem.of(409, "counts-no-more")
                        .with("standing", standing.name())
                        .raise();
        };
    }

    private Filed filed(CertificateRequest request) {
        var status = request.status().name();
        return new Filed(
                request.id().value(),
                request.dossierCode().value(),
                request.application().kind(),
                status,
                law.texts().status(status).text().in(caller.language()),
                request.receivedAt(),
                request.terms().due().at(),
                request.status().certificateIfIssued().map(CertificateId::value).orElse(null));
    }
}
