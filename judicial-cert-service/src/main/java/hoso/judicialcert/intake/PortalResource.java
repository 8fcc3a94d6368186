package hoso.judicialcert.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.caller.Caller;
import hoso.chassis.hash.Sha256;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.person.Vouched;
import hoso.judicialcert.request.filing.FilingPermits;
import hoso.judicialcert.request.filing.SupplementBody;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.step.GiveSupplement;
import hoso.judicialcert.request.step.ReadRequests;
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
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the National Public Service Portal files and reads; it sees the cases it filed, and no other.
@Path("/portal")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("portal")
@RunOnVirtualThread
class PortalResource {
    private final Caller caller;
    private final IdentifyPerson identify;
    private final Idempotency idempotency;
    private final FilingPermits places;
    private final FileForPerson file;
    private final GiveSupplement give;
    private final ReadRequests read;
    private final ObjectMapper json;

    PortalResource(
            Caller caller,
            IdentifyPerson identify,
            Idempotency idempotency,
            FilingPermits places,
            FileForPerson file,
            GiveSupplement give,
            ReadRequests read,
            ObjectMapper json) {
        this.caller = caller;
        this.identify = identify;
        this.idempotency = idempotency;
        this.places = places;
        this.file = file;
        this.give = give;
        this.read = read;
        this.json = json;
    }

    @POST
    @Path("/certificate-requests")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response file(@HeaderParam("Idempotency-Key") @Nullable String key, PortalBody body) {
        var organisation = caller.requireOrganisation();
        var dossier = body.dossier();
        // Asked outside the transaction: a slow answer must not keep a connection.
        var subject = vouched(organisation, dossier.person(), "/person");
        var asker =
                dossier.asker().equals(dossier.person()) ? subject : vouched(organisation, dossier.asker(), "/asker");
        return places.in(() -> idempotency.once("file-for-person", organisation, key, body, () -> switch (file.file(
                organisation, dossier, subject, asker, fingerprint(body))) {
            case FileForPerson.Outcome.Filed(var request) ->
                Answer.created(
                        URI.create("/portal/certificate-requests/" + dossier.code()), answer(dossier.code(), request));
            case FileForPerson.Outcome.FiledBefore(var request) -> Answer.ok(answer(dossier.code(), request));
            case FileForPerson.Outcome.CodeTaken(var request) ->
                throw Problem.of(409, "portal-code-taken")
                        .with("requestId", request.value())
                        .raise();
            case FileForPerson.Outcome.NotFiled(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        }));
    }

    @GET
    @Path("/certificate-requests/{portalCode}")
    public Response one(@PathParam("portalCode") String code) {
        return Response.ok(answer(code, find(code)))
                .header("Cache-Control", "no-store")
                .build();
    }

    /// What the citizen gave to the portal because an officer asked for it.
    @POST
    @Path("/certificate-requests/{portalCode}/supplement")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response supplement(
            @PathParam("portalCode") String code,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            SupplementBody body) {
        body.check();
        var organisation = caller.requireOrganisation();
        var request = find(code).id();
        return idempotency.once("give-supplement-" + request, organisation, key, body, () -> switch (give.give(
                        request, organisation, body.text(), body.files())
                .orElseThrow(() -> Problem.notFound().raise())) {
            case Became(var given, var _) -> Answer.ok(answer(code, given));
            case Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        });
    }

    private CertificateRequest find(String code) {
        var organisation = caller.requireOrganisation();
        // A code that cannot be one is in no database.
        return Optional.of(code)
                .filter(PortalBody.CODE.asMatchPredicate())
                .flatMap(known -> file.find(organisation, known))
                .orElseThrow(() -> Problem.notFound().raise());
    }

    private PortalAnswer answer(String code, CertificateRequest request) {
        return PortalAnswer.of(
                code, request, read.portal(request), read.vietQr(request).orElse(null));
    }

    private Vouched vouched(String organisation, Person person, String at) {
        return identify.identify(organisation, person)
                .orElseThrow(() -> Problem.invalid(List.of(FieldError.of(at, "person-not-known")))
                        .raise());
    }

    private String fingerprint(PortalBody body) {
        try {
            return Sha256.hex(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
