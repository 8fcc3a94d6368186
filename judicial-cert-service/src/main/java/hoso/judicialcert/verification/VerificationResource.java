package hoso.judicialcert.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Hidden;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.Certificate;
import hoso.judicialcert.certificate.Certificates;
import hoso.judicialcert.certificate.HolderFields;
import hoso.judicialcert.certificate.VerificationCode;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.request.Sex;
import hoso.judicialcert.verification.Verdict.Altered;
import hoso.judicialcert.verification.Verdict.Doubt;
import hoso.judicialcert.verification.Verdict.Unknown;
import hoso.judicialcert.verification.Verdict.Valid;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Anybody may ask, without login. Nobody learns anything personal that they did not already hold in their hands.
@Path("/verifications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VerificationResource {
    private final VerifyDocument verify;
    private final Certificates certificates;
    private final int maxBytes;

    VerificationResource(VerifyDocument verify, Certificates certificates, JudicialCertConfig config) {
        this.verify = verify;
        this.certificates = certificates;
        this.maxBytes = config.verification().maxBytes();
    }

    /// What is told.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Told(
            String result, List<Doubt> reasons, @Nullable About certificate) {}

    /// Of a valid certificate: nothing about its holder, nothing about what it says.
    record About(String number, CertificateKind kind, String agency, Instant issuedAt) {
        static About of(Certificate certificate) {
            return new About(certificate.number(), certificate.kind(), certificate.agency(), certificate.issuedAt());
        }
    }

    /// What stands on a paper certificate.
    record Fields(
            @Nullable String code,
            @Nullable String dossierCode,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable Sex sex,
            @Nullable String documentNumber)
            implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    @POST
    @Consumes("application/pdf")
    @PermitAll
    public Response document(InputStream body) throws IOException {
        var file = body.readNBytes(maxBytes + 1);
        if (file.length > maxBytes) {
            throw Problem.of(413, "too-large").raise();
        }
        return answer(
                switch (verify.verify(file)) {
                    case Valid(var certificate) -> new Told("VALID", List.of(), About.of(certificate));
                    case Altered(var doubts) -> new Told("ALTERED", sorted(doubts), null);
                    case Unknown(var doubts) -> new Told("UNKNOWN", sorted(doubts), null);
                });
    }

    @POST
    @Path("/by-fields")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    public Response fields(Fields typed) {
        require(typed);
        // A code that cannot be one takes the same way as a wrong one.
        var code = VerificationCode.read(Objects.requireNonNull(typed.code()))
                .orElse(new VerificationCode("0000-0000-0000-0000"));
        var fields = new HolderFields(
                Objects.requireNonNull(typed.dossierCode()),
                Objects.requireNonNull(typed.fullName()),
                Objects.requireNonNull(typed.birthDate()),
                Objects.requireNonNull(typed.sex()),
                Objects.requireNonNull(typed.documentNumber()));
        return answer(certificates
                .withCode(code, fields)
                .map(found -> new Told("VALID", List.of(), About.of(found)))
                .orElseGet(() -> new Told("UNKNOWN", List.of(), null)));
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

    private static List<Doubt> sorted(Set<Doubt> doubts) {
        return doubts.stream().sorted().toList();
    }

    private static Response answer(Told told) {
        return Response.ok(told).header("Cache-Control", "no-store").build();
    }
}
