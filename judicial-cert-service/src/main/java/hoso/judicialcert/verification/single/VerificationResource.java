package hoso.judicialcert.verification.single;

import hoso.chassis.hash.Sha256;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.certificate.issue.HolderFields;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.Sex;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.SignedQr;
import hoso.judicialcert.verification.single.GiveReceipt.Way;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Anybody may ask, without login. Nobody learns anything personal that they did not already hold in their hands.
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
class VerificationResource {
    private final VerifyDocument documents;
    private final VerifyPaper papers;
    private final Attempts attempts;
    private final GiveReceipt receipts;
    private final Law law;
    private final Clock clock;
    private final Uploads uploads;

    VerificationResource(
            VerifyDocument documents,
            VerifyPaper papers,
            Attempts attempts,
            GiveReceipt receipts,
            Law law,
            Clock clock,
            Uploads uploads) {
        this.documents = documents;
        this.papers = papers;
        this.attempts = attempts;
        this.receipts = receipts;
        this.law = law;
        this.clock = clock;
        this.uploads = uploads;
    }

    /// What stands on a paper certificate.
    record Fields(
            @Nullable String code,
            @Nullable String dossierCode,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable String documentNumber)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What a QR code says.
    record Qr(@Nullable String text) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @POST
    @RunOnVirtualThread
    @Consumes("application/pdf")
    @PermitAll
    public Response document(
            InputStream body,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("maxAgeDays") @Nullable String maxAgeDays,
            @QueryParam("reference") @Nullable String reference,
            @Context HttpServerRequest request)
            throws IOException {
        var asked = asked(purpose, maxAgeDays, reference);
        try (var upload = uploads.begin()) {
            var file = upload.read(body);
            var digest = Sha256.hex(file);
            var verdict = documents.verify(file, digest, asked.terms(), () -> attempts.from(address(request)));
            return answer(request, asked, Way.DOCUMENT, digest, verdict, null);
        }
    }

    /// On a thread of its own kind: a virtual one pays for each wait for the database twice, and this waits for little
    /// else.
    @GET
    @Path("/documents/{sha256}")
    @PermitAll
    @Blocking
    public Response digest(
            @PathParam("sha256") String sha256,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("maxAgeDays") @Nullable String maxAgeDays,
            @QueryParam("reference") @Nullable String reference,
            @Context HttpServerRequest request) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw Problem.invalid(List.of(FieldError.of("/sha256", "format"))).raise();
        }
        var asked = asked(purpose, maxAgeDays, reference);
        var verdict = documents
                .withDigest(sha256, asked.terms())
                .orElse(new Verdict.Doubted(Result.UNKNOWN, EnumSet.of(Doubt.NOT_IN_REGISTER)));
        return answer(request, asked, Way.DIGEST, sha256, verdict, null);
    }

    @POST
    @RunOnVirtualThread
    @Path("/by-fields")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response fields(
            Fields typed,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("maxAgeDays") @Nullable String maxAgeDays,
            @QueryParam("reference") @Nullable String reference,
            @Context HttpServerRequest request) {
        var asked = asked(purpose, maxAgeDays, reference);
        require(typed);
        attempts.from(address(request));
        var text = Objects.requireNonNull(typed.code());
        var key = VerificationCode.read(text).map(VerificationCode::value).orElse(text);
        attempts.at(key);
        // A code that cannot be one takes the same way as a wrong one.
        var code = VerificationCode.read(text).orElse(new VerificationCode("0000-0000-0000-0000"));
        var fields = new HolderFields(
                Objects.requireNonNull(typed.dossierCode()),
                Objects.requireNonNull(typed.fullName()),
                Objects.requireNonNull(typed.birthDate()),
                Objects.requireNonNull(typed.sex()),
                Objects.requireNonNull(typed.documentNumber()));
        var verdict = papers.byFields(code, fields, asked.terms());
        if (verdict.result() != Result.UNKNOWN) {
            attempts.hit(key);
        }
        return answer(request, asked, Way.FIELDS, GiveReceipt.ofCode(code.value()), verdict, null);
    }

    @POST
    @RunOnVirtualThread
    @Path("/by-qr")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response qr(
            Qr shown,
            @QueryParam("purpose") @Nullable String purpose,
            @QueryParam("maxAgeDays") @Nullable String maxAgeDays,
            @QueryParam("reference") @Nullable String reference,
            @Context HttpServerRequest request) {
        var asked = asked(purpose, maxAgeDays, reference);
        if (shown.text() == null) {
            throw Problem.invalid(List.of(FieldError.of("/text", "required"))).raise();
        }
        attempts.from(address(request));
        var text = QrText.read(shown.text())
                .filter(QrText::isSealed)
                .orElseThrow(() -> Problem.invalid(List.of(FieldError.of("/text", "no-seal")))
                        .raise());
        var seen = papers.byQr(text, asked.terms());
        return answer(request, asked, Way.QR, GiveReceipt.ofCode(text.code()), seen.verdict(), seen.seal());
    }

    private Asked asked(@Nullable String purpose, @Nullable String maxAgeDays, @Nullable String reference) {
        return new AskedBody(purpose, maxAgeDays, reference).read(law, clock);
    }

    private Response answer(
            HttpServerRequest request, Asked asked, Way way, String subject, Verdict verdict, @Nullable SignedQr seal) {
        if (asked.reference().isPresent()) {
            // A signature costs the key's time: so it is counted too.
            attempts.from(address(request));
        }
        var receipt = asked.reference().isPresent() ? receipts.of(asked, way, subject, verdict) : null;
        return Response.ok(VerdictBody.of(verdict).with(seal, receipt))
                .header("Cache-Control", "no-store")
                .build();
    }

    /// Who called the gateway, by its word; whoever calls without it (`quarkus.http.proxy.trusted-proxies`).
    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    private static void require(Fields typed) {
        var errors = new ArrayList<FieldError>();
        required(typed.code(), "/code", errors);
        required(typed.dossierCode(), "/dossierCode", errors);
        required(typed.fullName(), "/fullName", errors);
        required(typed.birthDate(), "/birthDate", errors);
        required(typed.sex(), "/sex", errors);
        required(typed.documentNumber(), "/documentNumber", errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
    }

    private static void required(@Nullable Object value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (value instanceof String text && text.length() > 255) {
            errors.add(FieldError.of(pointer, "too-long"));
        }
    }
}
