package hoso.judicialcert.verification.single;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.signing.Trust;
import hoso.judicialcert.law.CertificateRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.proof.statement.StatusList;
import hoso.judicialcert.proof.statement.TrustBundle;
import hoso.judicialcert.proof.statement.TrustBundleJson;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/// What a verifier needs beside the certificate: what may be asked for, and what to take along to check off line.
@Path("/verification-material")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VerificationMaterialResource {
    private final Trust signers;
    private final Certificates certificates;
    private final Law law;
    private final Clock clock;
    private final String publicUrl;

    VerificationMaterialResource(
            Trust signers, Certificates certificates, Law law, Clock clock, JudicialCertConfig config) {
        this.signers = signers;
        this.certificates = certificates;
        this.law = law;
        this.clock = clock;
        this.publicUrl = config.publicUrl().toString();
    }

    record Purpose(String code, int amount, String unit, String nameVi, String nameEn) {
        static Purpose of(CertificateRule.Purpose rule) {
            return new Purpose(
                    rule.code(),
                    rule.amount(),
                    rule.term().name(),
                    rule.name().vi(),
                    rule.name().en());
        }
    }

    record Key(String keyId, String sha256, String certificate) {
        static Key of(X509Certificate certificate) {
            return new Key(
                    TrustBundle.keyId(certificate),
                    TrustBundle.fingerprint(certificate),
                    TrustBundleJson.pem(certificate));
        }
    }

    /// @param statusLists where each list that tells of certificates is to be had
    record Bundle(Instant madeAt, List<Key> anchors, List<Key> signers, List<String> statusLists) {}

    /// What certificates are shown for today.
    @GET
    @Path("/purposes")
    @PermitAll
    public List<Purpose> purposes() {
        LocalDate today = Law.dayOf(clock.instant());
        return law.purposes(today).stream().map(Purpose::of).toList();
    }

    /// Whom to believe, and where the status lists are. Compare the fingerprints with what was published elsewhere.
    @GET
    @Path("/trust-bundle")
    @PermitAll
    public Response trustBundle() {
        var trust = signers.bundle();
        var last = StatusList.numberOf(certificates.lastStatusIndex());
        var lists = LongStream.rangeClosed(0, last)
                .mapToObj(number -> publicUrl + "/api/judicial-cert/status-lists/" + number)
                .toList();
        var bundle = new Bundle(
                clock.instant(),
                trust.anchors().stream().map(Key::of).toList(),
                trust.signers().values().stream().map(Key::of).toList(),
                lists);
        return Response.ok(bundle)
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
