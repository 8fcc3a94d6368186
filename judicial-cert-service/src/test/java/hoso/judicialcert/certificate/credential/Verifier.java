package hoso.judicialcert.certificate.credential;

import static io.restassured.RestAssured.given;

import com.authlete.sd.SDJWT;
import com.authlete.sd.SDObjectDecoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import org.keycloak.common.VerificationException;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.crypto.SignatureVerifierContext;
import org.keycloak.sdjwt.IssuerSignedJwtVerificationOpts;
import org.keycloak.sdjwt.vp.KeyBindingJwtVerificationOpts;
import org.keycloak.sdjwt.vp.SdJwtVP;

/// Somebody a credential is shown to, who trusts the authority and nothing else: Keycloak checks signature, digests and
/// key binding, the JDK the chain, Nimbus the signature of the status list.
final class Verifier {
    static final String NAME = "https://employer.example.vn";
    private static final Path ANCHOR = Path.of("target", "signing", "trust-anchor.pem");

    static {
        CryptoIntegration.init(Verifier.class.getClassLoader());
    }

    private Verifier() {}

    /// The claims that were shown.
    static JsonNode sees(String presentation, String nonce) throws VerificationException {
        var shown = SdJwtVP.of(presentation);
        shown.getSdJwtVerificationContext()
                .verifyPresentation(
                        List.of(signer(presentation)),
                        new IssuerSignedJwtVerificationOpts.Builder()
                                .withIatCheck(2 * 86_400)
                                .withExpCheck(true)
                                .withNbfCheck(true)
                                .build(),
                        new KeyBindingJwtVerificationOpts.Builder()
                                .withKeyBindingRequired(true)
                                .withIatCheck(60)
                                .withAudCheck(NAME)
                                .withNonceCheck(nonce)
                                .withExpCheck(true)
                                .withNbfCheck(true)
                                .build(),
                        null);
        return read(SDJWT.parse(presentation));
    }

    private static JsonNode read(SDJWT verified) {
        try {
            var signed = SignedJWT.parse(verified.getCredentialJwt())
                    .getJWTClaimsSet()
                    .toJSONObject();
            return new ObjectMapper().valueToTree(new SDObjectDecoder().decode(signed, verified.getDisclosures()));
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    /// What the status list says of a credential: 0 valid, 1 recalled, 3 superseded.
    static int status(JsonNode claims) {
        var place = claims.path("status").path("status_list");
        var uri = place.path("uri").asText();
        var token =
                given().get(Wallet.local(uri)).then().statusCode(200).extract().asString();
        try {
            var list = SignedJWT.parse(token);
            var signed = list.verify(new ECDSAVerifier((ECPublicKey) key(token)));
            var claimsOfList = list.getJWTClaimsSet();
            if (!signed
                    || !claimsOfList.getSubject().equals(uri)
                    || !claimsOfList
                            .getExpirationTime()
                            .toInstant()
                            .isAfter(claimsOfList.getIssueTime().toInstant())) {
                throw new AssertionError("not a list to believe");
            }
            return entry(
                    claimsOfList.getJSONObjectClaim("status_list"),
                    place.path("idx").asInt());
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    /// From the text of the standard, not from our code.
    private static int entry(Map<String, Object> list, int index) {
        var bits = ((Number) Objects.requireNonNull(list.get("bits"))).intValue();
        try (var inflated = new InflaterInputStream(new ByteArrayInputStream(
                Base64.getUrlDecoder().decode((String) Objects.requireNonNull(list.get("lst")))))) {
            var bytes = new ByteArrayOutputStream();
            inflated.transferTo(bytes);
            var perByte = 8 / bits;
            return (bytes.toByteArray()[index / perByte] >> (index % perByte * bits)) & ((1 << bits) - 1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static SignatureVerifierContext signer(String presentation) {
        var key = key(presentation.substring(0, presentation.indexOf('~')));
        return new SignatureVerifierContext() {
            @Override
            public String getKid() {
                return "";
            }

            @Override
            public String getAlgorithm() {
                return "ES256";
            }

            @Override
            public boolean verify(byte[] data, byte[] signature) throws VerificationException {
                try {
                    var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
                    verifier.initVerify(key);
                    verifier.update(data);
                    return verifier.verify(signature);
                } catch (GeneralSecurityException e) {
                    throw new VerificationException(e);
                }
            }
        };
    }

    /// The key of a signed text, if its chain ends at the authority that is trusted.
    private static PublicKey key(String jws) {
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var chain = SignedJWT.parse(jws).getHeader().getX509CertChain().stream()
                    .map(one -> certificate(factory, one.decode()))
                    .toList();
            X509Certificate anchor;
            try (var source = Files.newInputStream(ANCHOR)) {
                anchor = (X509Certificate) factory.generateCertificate(source);
            }
            var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor, null)));
            parameters.setRevocationEnabled(false);
            var path = factory.generateCertPath(
                    chain.stream().filter(one -> !one.equals(anchor)).toList());
            var _ = CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return chain.getFirst().getPublicKey();
        } catch (GeneralSecurityException | IOException | ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static X509Certificate certificate(CertificateFactory factory, byte[] encoded) {
        try {
            return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(encoded));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
