package hoso.judicialcert.certificate.issue;

import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.certificate.issue.RequestCorrection.Outcome;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.Identity;
import hoso.judicialcert.person.Vouched;
import hoso.judicialcert.request.filing.FilingPermits;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a holder says that a certificate is wrong.
@Path("/certificates/{id}/corrections")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CorrectionResource {
    private final Caller caller;
    private final Identity identity;
    private final Idempotency idempotency;
    private final RequestCorrection correction;
    private final FilingPermits places;

    CorrectionResource(
            Caller caller,
            Identity identity,
            Idempotency idempotency,
            RequestCorrection correction,
            FilingPermits places) {
        this.caller = caller;
        this.identity = identity;
        this.idempotency = idempotency;
        this.correction = correction;
        this.places = places;
    }

    /// The case that was opened.
    record Opened(UUID requestId, String dossierCode, Instant expectedAt) {
        static Opened of(CertificateRequest request) {
            return new Opened(
                    request.id().value(),
                    request.dossierCode().value(),
                    request.terms().due().at());
        }
    }

    @POST
    @RolesAllowed("citizen")
    public Response ask(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, CorrectionBody body) {
        caller.requireStepUp();
        var wrong = body.said();
        var certificate = new CertificateId(id);
        var citizen = new CitizenId(caller.personId());
        var original = correction
                .requestOf(certificate, citizen)
                .orElseThrow(() -> Problem.notFound().raise());
        // What the register says today is what a corrected certificate says; asked outside the transaction.
        var holder = holder(original, citizen);
        return places.in(() -> idempotency.once(
                "correct-certificate",
                caller.name(),
                key,
                id + "\n" + wrong,
                () -> answer(correction.ask(certificate, citizen, holder.applicant(), wrong))));
    }

    private Vouched holder(CertificateRequest original, CitizenId citizen) {
        return original.subject().equals(citizen)
                ? identity.whoHas(caller.bearer())
                : identity.identify(original.applicant().person())
                        .orElseThrow(
                                () -> Problem.of(422, "dependant-not-known").raise());
    }

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Opened(var request) ->
                Answer.created(URI.create("/certificate-requests/" + request.id()), Opened.of(request));
            case Outcome.NoSuchCertificate() -> throw Problem.notFound().raise();
            case Outcome.CountsNoMore(var standing) ->
                throw Problem.of(409, "counts-no-more")
                        .with("standing", standing.name())
                        .raise();
            case Outcome.Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
            case Outcome.UnderWay(var request) ->
                throw Problem.of(409, "correction-under-way")
                        .with("requestId", request.id().value())
                        .raise();
        };
    }
}
