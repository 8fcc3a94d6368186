package hoso.judicialcert.officer.certificate;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.caller.Caller;
import hoso.chassis.idempotency.Answer;
import hoso.chassis.idempotency.Idempotency;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.certificate.issue.RequestCorrection;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.TypedReader;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.filing.FilingPermits;
import hoso.judicialcert.request.lifecycle.CertificateRequestProblem;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Certificates the officer's agency issued: found, recalled, corrected.
@Path("/officer/certificates")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("judicial-officer")
@RunOnVirtualThread
class OfficerCertificateResource {
    private static final Logger LOG = Logger.getLogger(OfficerCertificateResource.class);

    private final Caller caller;
    private final RecallCertificate recall;
    private final Idempotency idempotency;
    private final Law law;
    private final FilingPermits places;
    private final Clock clock;

    OfficerCertificateResource(
            Caller caller,
            RecallCertificate recall,
            Idempotency idempotency,
            Law law,
            FilingPermits places,
            Clock clock) {
        this.caller = caller;
        this.recall = recall;
        this.idempotency = idempotency;
        this.law = law;
        this.places = places;
        this.clock = clock;
    }

    /// A certificate without anything about its holder.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            UUID certificateId,
            UUID requestId,
            String dossierCode,
            String number,
            CertificateKind kind,
            Instant issuedAt,
            String standing,
            @Nullable String reason) {
        static Told of(RecallCertificate.Found found) {
            var certificate = found.certificate();
            return new Told(
                    certificate.id().value(),
                    certificate.request().value(),
                    found.request().dossierCode().value(),
                    certificate.number(),
                    certificate.kind(),
                    certificate.issuedAt(),
                    certificate.standing().name(),
                    certificate.standing() instanceof Standing.Revoked(var _, var reason) ? reason : null);
        }
    }

    /// At most one.
    record All(List<Told> items) {}

    /// @param reason a code of `revocations.csv`, which anybody may read
    /// @param text why in full, which stays with the case
    /// @param order the written decision by which it is recalled; without one another officer has to say so, too
    record Recalled(
            @Nullable String reason,
            @Nullable String text,
            @Nullable WrittenOrderBody order) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// @param text why the certificate is not to be recalled, which stays with the case
    record Rejected(@Nullable String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record Wrong(@Nullable String wrong) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    record Counts(UUID certificateId, String status) {}

    /// The case that was opened.
    record Opened(UUID requestId, String dossierCode) {}

    @GET
    public All find(@QueryParam("number") @Nullable String number) {
        caller.requireStepUp();
        var wanted = TypedReader.required("/number", number);
        return new All(recall.find(wanted, officer()).map(Told::of).stream().toList());
    }

    @POST
    @Path("/{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(@PathParam("id") UUID id, Recalled body) {
        caller.requireStepUp();
        var officer = officer();
        var reason = TypedReader.required("/reason", body.reason());
        if (law.texts().revocation(reason).isEmpty()) {
            throw Problem.invalid(List.of(FieldError.of("/reason", "unknown"))).raise();
        }
        var text = TypedReader.required("/text", body.text());
        var order = body.order() == null ? null : body.order().read("/order", clock);
        return switch (there(recall.revoke(new CertificateId(id), officer, reason, text, order))) {
            case RecallCertificate.Recall.Done(var request) -> {
                LOG.infof("certificate=%s recalled reason=%s officer=%s", id, reason, caller.personId());
                yield Response.ok(new Counts(id, request.status().name())).build();
            }
            case RecallCertificate.Recall.Proposed() -> {
                LOG.infof("certificate=%s to be recalled reason=%s officer=%s", id, reason, caller.personId());
                yield Response.accepted(new Counts(id, "RECALL_PROPOSED")).build();
            }
            case RecallCertificate.Recall.Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    @POST
    @Path("/{id}/recall-rejection")
    @Consumes(MediaType.APPLICATION_JSON)
    public Counts reject(@PathParam("id") UUID id, Rejected body) {
        caller.requireStepUp();
        var text = TypedReader.required("/text", body.text());
        return switch (there(recall.reject(new CertificateId(id), officer(), text))) {
            case RecallCertificate.Rejection.Done() -> {
                LOG.infof("certificate=%s not to be recalled officer=%s", id, caller.personId());
                yield new Counts(id, "RECALL_REJECTED");
            }
            case RecallCertificate.Rejection.NothingWaits() ->
                throw Problem.of(409, "no-recall-waits").raise();
            case RecallCertificate.Rejection.Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
        };
    }

    @POST
    @Path("/{id}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(
            @PathParam("id") UUID id, @HeaderParam("Idempotency-Key") @Nullable String key, Wrong body) {
        caller.requireStepUp();
        var officer = officer();
        var wrong = TypedReader.required("/wrong", body.wrong());
        return places.in(() -> idempotency.once(
                "order-correction",
                caller.name(),
                key,
                id + "\n" + wrong,
                () -> answer(there(recall.correct(new CertificateId(id), officer, wrong)))));
    }

    private Answer answer(RecallCertificate.Order order) {
        return switch (order) {
            case RecallCertificate.Order.Refused(var refusal) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
            case RecallCertificate.Order.Given(RequestCorrection.Outcome.Opened(var request)) ->
                Answer.created(
                        URI.create("/officer/certificate-requests/" + request.id()),
                        new Opened(request.id().value(), request.dossierCode().value()));
            case RecallCertificate.Order.Given(RequestCorrection.Outcome.NoSuchCertificate()) ->
                throw Problem.notFound().raise();
            case RecallCertificate.Order.Given(RequestCorrection.Outcome.CountsNoMore(var standing)) ->
                throw Problem.of(409, "counts-no-more")
                        .with("standing", standing.name())
                        .raise();
            case RecallCertificate.Order.Given(RequestCorrection.Outcome.Refused(var refusal)) ->
                throw CertificateRequestProblem.of(refusal, caller.language()).raise();
            case RecallCertificate.Order.Given(RequestCorrection.Outcome.UnderWay(var request)) ->
                throw Problem.of(409, "correction-under-way")
                        .with("requestId", request.id().value())
                        .raise();
        };
    }

    private Officer officer() {
        return new Officer(new OfficerId(caller.personId()), caller.requireOrganisation());
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> Problem.notFound().raise());
    }
}
