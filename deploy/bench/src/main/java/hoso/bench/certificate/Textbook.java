package hoso.bench.certificate;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.Level;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.policy.EtsiValidationPolicy;
import eu.europa.esig.dss.policy.ValidationPolicyFacade;
import eu.europa.esig.dss.policy.jaxb.LevelConstraint;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import jakarta.xml.bind.JAXBException;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.xml.sax.SAXException;

/// The same certificate as everybody else makes and checks it: HTML rendered by openhtmltopdf, signed and validated by
/// DSS.
final class Textbook {
    private static final String PAGE = """
            <html><head><style>
            @page { size: A4; margin: 20mm 20mm 20mm 30mm }
            body { font-family: Serif; font-size: 12pt } .middle { text-align: center } i { font-size: 8.5pt }
            </style></head><body>
            <table><tr><td class="middle">BỘ CÔNG AN<br/><b>CỤC HỒ SƠ NGHIỆP VỤ</b><br/>Số: %d/2026/HSNV-LLTP</td>
            <td class="middle"><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br/><b>Độc lập - Tự do - Hạnh phúc</b><br/>
            <i>SOCIALIST REPUBLIC OF VIET NAM - Independence - Freedom - Happiness</i><br/>
            <i>Hà Nội, ngày 25 tháng 11 năm 2026</i></td></tr></table>
            <p class="middle"><b>PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1</b><br/><i>JUDICIAL RECORD CERTIFICATE No. 1</i></p>
            <p>Căn cứ Luật Lý lịch tư pháp, / <i>Pursuant to the Law on Judicial Records,</i></p>
            <p class="middle"><b>XÁC NHẬN:</b></p>
            <p>1. Họ và tên: NGUYỄN THỊ THỬ NGHIỆM %d<br/><i>Full name</i></p>
            <p>2. Giới tính: Nữ<br/><i>Sex: Female</i></p>
            <p>3. Ngày, tháng, năm sinh: 17/03/1985<br/><i>Date of birth</i></p>
            <p>4. Nơi sinh: Hà Nội<br/><i>Place of birth</i></p>
            <p>5. Quốc tịch: Việt Nam<br/><i>Nationality</i></p>
            <p>6. Nơi thường trú: 12 đường Thử Nghiệm, phường Ba Đình, thành phố Hà Nội<br/><i>Permanent residence</i></p>
            <p>7. Số định danh cá nhân: 003185000017<br/><i>Personal identification number</i></p>
            <p>8. Tình trạng án tích: Không có án tích<br/><i>Criminal record: No criminal record</i></p>
            <p>Mã hồ sơ: 000.00.00.H26-261123-0001. Quét mã để kiểm tra Phiếu.</p>
            </body></html>
            """;
    private final File font;
    private final PrivateKey key;
    private final X509Certificate[] chain;
    private final X509Certificate anchor;
    private final PAdESService service = new PAdESService(new CommonCertificateVerifier(true));

    /// @param root the project's folder, whose font is used
    Textbook(Path root, Path keystore, String password, Path anchor) throws IOException, GeneralSecurityException {
        this.font = root.resolve("judicial-cert-service/src/main/resources/fonts/LiberationSerif-Regular.ttf")
                .toFile();
        var store = KeyStore.getInstance("PKCS12");
        try (InputStream source = Files.newInputStream(keystore);
                InputStream authority = Files.newInputStream(anchor)) {
            store.load(source, password.toCharArray());
            this.key = (PrivateKey) store.getKey("document-signing", password.toCharArray());
            this.chain = Arrays.stream(store.getCertificateChain("document-signing"))
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            this.anchor =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(authority);
        }
    }

    /// A signed document.
    byte[] issue(int number) throws IOException, GeneralSecurityException {
        var page = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(font, "Serif");
        builder.withHtmlContent(PAGE.replace("%d", Integer.toString(number)), null);
        builder.toStream(page);
        builder.run();
        return sign(page.toByteArray());
    }

    private byte[] sign(byte[] page) throws IOException, GeneralSecurityException {
        var unsigned = new InMemoryDocument(page);
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSigningCertificate(new CertificateToken(chain[0]));
        parameters.setCertificateChain(
                Arrays.stream(chain).map(CertificateToken::new).toArray(CertificateToken[]::new));
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        var data = service.getDataToSign(unsigned, parameters);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(data.getBytes());
        var value = new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, signature.sign());
        try (var signed = service.signDocument(unsigned, parameters, value).openStream()) {
            return signed.readAllBytes();
        }
    }

    /// Whether DSS passes a document, with its usual policy and no change of the document forgiven.
    boolean isValid(byte[] document) throws IOException, JAXBException, XMLStreamException, SAXException {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(anchor));
        var verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(trusted);
        var validator = SignedDocumentValidator.fromDocument(new InMemoryDocument(document));
        validator.setCertificateVerifier(verifier);
        var report = validator.validateDocument(policy()).getSimpleReport();
        return report.getSignatureIdList().size() == 1
                && report.getIndication(report.getFirstSignatureId()) == Indication.TOTAL_PASSED;
    }

    private static EtsiValidationPolicy policy() throws IOException, JAXBException, XMLStreamException, SAXException {
        try (var usual = ValidationPolicyFacade.class.getResourceAsStream("/policy/constraint.xml")) {
            if (usual == null) {
                throw new IOException("DSS brings no policy");
            }
            var policy = ValidationPolicyFacade.newFacade().unmarshall(usual);
            var changes = policy.getSignatureConstraints().getBasicSignatureConstraints();
            changes.setDocMDP(level(Level.FAIL));
            changes.setUndefinedChanges(level(Level.FAIL));
            changes.setPdfVisualDifference(level(Level.FAIL));
            // Nothing is fetched: nothing can be known of revocation.
            for (var certificate : List.of(changes.getSigningCertificate(), changes.getCACertificate())) {
                certificate.setRevocationDataAvailable(level(Level.WARN));
                certificate.setAcceptableRevocationDataFound(level(Level.WARN));
            }
            return new EtsiValidationPolicy(policy);
        }
    }

    private static LevelConstraint level(Level level) {
        var constraint = new LevelConstraint();
        constraint.setLevel(level);
        return constraint;
    }
}
