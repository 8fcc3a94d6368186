package hoso.judicialcert.certificate.issue;

import hoso.chassis.hash.Sha256;
import hoso.chassis.id.Ids;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.pdf.CertificateDocument;
import hoso.judicialcert.certificate.pdf.Content;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.pdf.Wording;
import hoso.judicialcert.certificate.signing.PadesSigning;
import hoso.judicialcert.certificate.signing.Signatory;
import hoso.judicialcert.law.CertificateRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.LawFiles;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes and signs a certificate. Its number and its place in the status lists are taken in the transaction that
/// keeps it: a certificate that is not kept leaves no gap.
@Singleton
class WriteCertificate {
    private static final int CODE_BYTES = 10;

    private final CertificateRows certificates;
    private final Law law;
    private final LawFiles lawFiles;
    private final Ids ids;
    private final JudicialCertConfig config;
    private final PadesSigning signing;
    private final SignQr qr;
    private final CpuTimer timer;
    private final CertificateDocument writer = new CertificateDocument();
    private final Map<String, Wording> wordings = new ConcurrentHashMap<>();

    WriteCertificate(
            CertificateRows certificates,
            Law law,
            LawFiles lawFiles,
            Ids ids,
            JudicialCertConfig config,
            PadesSigning signing,
            SignQr qr,
            CpuTimer timer) {
        this.certificates = certificates;
        this.law = law;
        this.lawFiles = lawFiles;
        this.ids = ids;
        this.config = config;
        this.signing = signing;
        this.qr = qr;
        this.timer = timer;
    }

    /// A signed certificate that is not kept yet.
    ///
    /// @param document the PDF
    record Written(Certificate certificate, VerificationCode code, Content content, byte[] document) {}

    Written write(CertificateRequest request, Extract extract, Instant now) {
        var code = VerificationCode.of(Base64.getUrlDecoder().decode(ids.secret(CODE_BYTES)));
        var rule = law.template(request.application().kind(), Law.dayOf(request.receivedAt()));
        var key = signing.key();
        var index = certificates.nextStatusIndex(now);
        var content = timer.of(() -> content(request, extract, code, index, key, now));
        var document = timer.of(() -> signing.sign(
                key, writer.draft(wording(rule), content), content.agency().place(), now));
        var certificate = new Certificate(
                new CertificateId(ids.next()),
                request.id(),
                request.subject(),
                content.number(),
                request.application().kind(),
                request.terms().agency(),
                rule.rule(),
                now,
                Sha256.hex(document),
                document.length,
                new Standing.Valid(now),
                index);
        return new Written(certificate, code, content, document);
    }

    private Content content(
            CertificateRequest request,
            Extract extract,
            VerificationCode code,
            long index,
            Signatory key,
            Instant now) {
        var agency = law.agencyByRule(request.terms().agencyRule());
        var year = Law.dayOf(now).getYear();
        var number = certificates.nextNumber(request.application().kind(), agency, year);
        return new Content(
                number,
                agency,
                request.applicant(),
                request.dossierCode(),
                extract,
                code,
                qr.of(request, number, index, extract.convictions().size(), code, key, now),
                config.publicUrl(),
                PadesSigning.signer(key),
                now);
    }

    private Wording wording(CertificateRule.Template rule) {
        return wordings.computeIfAbsent(rule.file(), file -> Wording.read(lawFiles.open(file)));
    }
}
