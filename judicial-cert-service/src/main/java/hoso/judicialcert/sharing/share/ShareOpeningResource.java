package hoso.judicialcert.sharing.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Where somebody opens what a holder handed on, without login. Secrets come in bodies: an address is logged by many.
@Path("/certificate-shares/opening")
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ShareOpeningResource {
    private static final Logger LOG = Logger.getLogger(ShareOpeningResource.class);
    private final OpenShare open;
    private final Passcodes passcodes;

    ShareOpeningResource(OpenShare open, Passcodes passcodes) {
        this.open = open;
        this.passcodes = passcodes;
    }

    /// Who opens, with what.
    record Opens(
            @Nullable String code,
            @Nullable String passcode,
            @Nullable String name,
            @Nullable String organisation) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A ticket for the document.
    record Ticket(@Nullable String ticket) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What the opener sees: the certificate as it stands now, without what it says.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OpenedBody(
            String standing,
            Instant standingSince,
            String number,
            CertificateKind kind,
            String agency,
            LocalDate issuedOn,
            String digest,
            String purpose,
            Instant until,
            int usesLeft,
            @Nullable String ticket,
            @Nullable Instant ticketUntil)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response open(@HeaderParam("Idempotency-Key") @Nullable String key, Opens body) {
        if (key == null) {
            throw Problem.of(400, "idempotency-key-missing").raise();
        }
        if (!key.matches("[\\x21-\\x7E]{1,255}")) {
            throw Problem.of(400, "idempotency-key-unreadable").raise();
        }
        var errors = new ArrayList<FieldError>();
        ShareBody.required(body.code(), "/code", errors);
        ShareBody.required(body.name(), "/name", errors);
        ShareBody.bounded(body.organisation(), "/organisation", errors);
        ShareBody.bounded(body.passcode(), "/passcode", errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        var opener =
                new Opener(NameFolding.tidy(Objects.requireNonNull(body.name())), ShareBody.tidy(body.organisation()));
        var code = Objects.requireNonNull(body.code()).strip();
        return answer(open.open(code, passcodes.check(code, body.passcode(), opener, key), opener, key));
    }

    @POST
    @Path("/document")
    @Produces({"application/pdf", MediaType.APPLICATION_JSON})
    @PermitAll
    public Response document(Ticket body) {
        return answer(open.document(Objects.requireNonNullElse(body.ticket(), "")));
    }

    private static Response answer(OpenShare.Outcome outcome) {
        return switch (outcome) {
            case OpenShare.Outcome.Refused(var refusal) ->
                throw ShareProblem.of(refusal).raise();
            case OpenShare.Outcome.Opened opened -> {
                LOG.infof("share=%s opened", opened.share().id());
                yield Response.ok(openedBody(opened))
                        .header("Cache-Control", "no-store")
                        .build();
            }
            case OpenShare.Outcome.Document(var certificate, var bytes) -> {
                LOG.infof("certificate=%s document read by share", certificate.id());
                yield Response.ok(bytes, "application/pdf")
                        .header("Cache-Control", "no-store")
                        .header("Content-Disposition", "attachment; filename=\"" + certificate.id() + ".pdf\"")
                        .header("X-Content-Type-Options", "nosniff")
                        .build();
            }
        };
    }

    private static OpenedBody openedBody(OpenShare.Outcome.Opened opened) {
        var certificate = opened.certificate();
        var share = opened.share();
        return new OpenedBody(
                certificate.standing().name(),
                certificate.standing().since(),
                certificate.number(),
                certificate.kind(),
                certificate.agency(),
                Law.dayOf(certificate.issuedAt()),
                certificate.digest(),
                share.intent().purpose(),
                share.until(),
                share.maxUses() - share.uses(),
                opened.ticket(),
                opened.ticket() == null ? null : opened.opening().ticketUntil());
    }
}
