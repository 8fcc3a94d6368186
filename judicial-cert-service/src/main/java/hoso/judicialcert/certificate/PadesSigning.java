package hoso.judicialcert.certificate;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSASN1Utils;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/// Signs a document as PAdES baseline B. It is a certification signature that permits no change whatsoever
/// (DocMDP P=1): under any weaker one, a page painted over the result still passes many verifiers.
final class PadesSigning {
    private static final String FILTER = "Adobe.PPKLite";
    private final Signatory signatory;
    private final PAdESService service = new PAdESService(new CommonCertificateVerifier(true));

    PadesSigning(Signatory signatory) {
        this.signatory = signatory;
    }

    /// Who signs, as it is written on the page.
    String signer() {
        return DSSASN1Utils.getHumanReadableName(new CertificateToken(leaf()));
    }

    /// The signed document.
    byte[] sign(byte[] document, String place, Instant at) {
        try {
            var unsigned = new InMemoryDocument(document);
            var parameters = parameters(place, at);
            var data = service.getDataToSign(unsigned, parameters);
            var algorithm =
                    SignatureAlgorithm.getAlgorithm(parameters.getEncryptionAlgorithm(), DigestAlgorithm.SHA256);
            var signature = new SignatureValue(algorithm, signatory.sign(data.getBytes()));
            try (var signed =
                    service.signDocument(unsigned, parameters, signature).openStream()) {
                return signed.readAllBytes();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PAdESSignatureParameters parameters(String place, Instant at) {
        var parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_B);
        parameters.setSignaturePackaging(SignaturePackaging.ENVELOPED);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(EncryptionAlgorithm.forKey(leaf().getPublicKey()));
        parameters.setSigningCertificate(new CertificateToken(leaf()));
        parameters.setCertificateChain(
                signatory.chain().stream().map(CertificateToken::new).toList());
        parameters.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
        parameters.setFilter(FILTER);
        parameters.setLocation(place);
        parameters.bLevel().setSigningDate(Date.from(at));
        return parameters;
    }

    private X509Certificate leaf() {
        return signatory.chain().getFirst();
    }

    /// SHA-256 in hexadecimal.
    static String digest(byte[] document) {
        return java.util.HexFormat.of().formatHex(DSSUtils.digest(DigestAlgorithm.SHA256, document));
    }
}
