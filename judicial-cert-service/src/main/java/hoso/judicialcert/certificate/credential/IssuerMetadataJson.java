package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.certificate.offer.CredentialConfig;
import hoso.judicialcert.certificate.offer.OfferAnswer;
import hoso.judicialcert.certificate.signing.Signatory;
import hoso.judicialcert.certificate.signing.Trust;
import hoso.judicialcert.law.Words;
import hoso.judicialcert.proof.statement.TrustBundle;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What this issuer tells of itself: to wallets before they ask for a copy, to verifiers when they were shown one.
@Singleton
class IssuerMetadataJson {
    private static final Words ISSUER =
            new Words("Cơ quan cấp Phiếu lý lịch tư pháp", "Issuing agency of judicial record certificates");
    private static final Words CREDENTIAL =
            new Words("Phiếu lý lịch tư pháp số 1", "Judicial Record Certificate No. 1");
    private static final int COORDINATE = 32;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private final CredentialConfig config;
    private final CredentialWriter wire;
    private final Signatory signatory;
    private final Trust trust;

    IssuerMetadataJson(CredentialConfig config, CredentialWriter wire, Signatory signatory, Trust trust) {
        this.config = config;
        this.wire = wire;
        this.signatory = signatory;
        this.trust = trust;
    }

    /// OpenID4VCI 1.0 section 12.2.4.
    Map<String, Object> issuer() {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("credential_issuer", config.issuer());
        metadata.put("credential_endpoint", config.issuer() + "/credential");
        metadata.put("nonce_endpoint", config.issuer() + "/credential/nonce");
        metadata.put("deferred_credential_endpoint", config.issuer() + "/credential/deferred");
        metadata.put("notification_endpoint", config.issuer() + "/credential/notification");
        metadata.put("batch_credential_issuance", Map.of("batch_size", config.batch()));
        metadata.put("display", display("name", ISSUER));
        metadata.put("credential_configurations_supported", Map.of(OfferAnswer.CONFIGURATION, configuration()));
        return metadata;
    }

    /// RFC 8414, with the one flow there is.
    Map<String, Object> authorizationServer() {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("issuer", config.issuer());
        metadata.put("token_endpoint", config.issuer() + "/credential/token");
        metadata.put("grant_types_supported", List.of(OfferAnswer.GRANT, "refresh_token"));
        metadata.put("response_types_supported", List.of());
        metadata.put("token_endpoint_auth_methods_supported", List.of("none"));
        metadata.put("pre-authorized_grant_anonymous_access_supported", true);
        return metadata;
    }

    /// The key that signs now, then those that signed before and are still trusted (JWT VC Issuer Metadata): copies in
    /// wallets outlive keys.
    Map<String, Object> keys() {
        var chain = signatory.now().chain();
        var former = trust.bundle().trusted().stream()
                .filter(signer -> !signer.equals(chain.getFirst()))
                .map(List::of);
        var keys = Stream.concat(Stream.of(chain), former)
                .map(IssuerMetadataJson::jwk)
                .toList();
        return Map.of("issuer", config.issuer(), "jwks", Map.of("keys", keys));
    }

    /// SD-JWT VC type metadata.
    Map<String, Object> type() {
        var metadata = new LinkedHashMap<String, Object>();
        metadata.put("vct", wire.type());
        metadata.put("name", CREDENTIAL.en());
        metadata.put(
                "description",
                "Judicial record certificate No. 1 (Law 28/2009 Art. 41-42), issued on issue_date; it has no end by law.");
        metadata.put("display", display("name", CREDENTIAL));
        metadata.put(
                "claims",
                Arrays.stream(DisclosableClaim.values())
                        .map(claim -> Map.of(
                                "path",
                                List.of(claim.key()),
                                "display",
                                display("label", claim.label()),
                                "sd",
                                "always"))
                        .toList());
        return metadata;
    }

    private Map<String, Object> configuration() {
        var configuration = new LinkedHashMap<String, Object>();
        configuration.put("format", CredentialWriter.FORMAT);
        configuration.put("vct", wire.type());
        configuration.put("scope", OfferAnswer.CONFIGURATION);
        configuration.put("cryptographic_binding_methods_supported", List.of("jwk"));
        configuration.put("credential_signing_alg_values_supported", List.of("ES256", "RS256"));
        configuration.put(
                "proof_types_supported",
                Map.of("jwt", Map.of("proof_signing_alg_values_supported", List.of(KeyProof.ALGORITHM))));
        configuration.put(
                "credential_metadata",
                Map.of(
                        "display",
                        display("name", CREDENTIAL),
                        "claims",
                        Arrays.stream(DisclosableClaim.values())
                                .map(claim -> Map.of(
                                        "path",
                                        List.of(claim.key()),
                                        "mandatory",
                                        true,
                                        "display",
                                        display("name", claim.label())))
                                .toList()));
        return configuration;
    }

    private static List<Map<String, String>> display(String name, Words words) {
        return List.of(Map.of(name, words.vi(), "locale", "vi-VN"), Map.of(name, words.en(), "locale", "en-US"));
    }

    private static Map<String, Object> jwk(List<X509Certificate> chain) {
        var jwk = new LinkedHashMap<String, Object>();
        jwk.put("kid", TrustBundle.keyId(chain.getFirst()));
        jwk.put("use", "sig");
        switch (chain.getFirst().getPublicKey()) {
            case ECPublicKey key -> {
                jwk.put("kty", "EC");
                jwk.put("crv", "P-256");
                jwk.put("alg", "ES256");
                jwk.put("x", unsigned(key.getW().getAffineX(), COORDINATE));
                jwk.put("y", unsigned(key.getW().getAffineY(), COORDINATE));
            }
            case RSAPublicKey key -> {
                jwk.put("kty", "RSA");
                jwk.put("alg", "RS256");
                jwk.put("n", unsigned(key.getModulus(), key.getModulus().bitLength() / Byte.SIZE));
                jwk.put(
                        "e",
                        unsigned(
                                key.getPublicExponent(),
                                (key.getPublicExponent().bitLength() + 7) / Byte.SIZE));
            }
            default -> throw new IllegalStateException("signing keys are EC or RSA");
        }
        var x5c = new ArrayList<String>();
        for (var certificate : chain) {
            try {
                x5c.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        jwk.put("x5c", x5c);
        return jwk;
    }

    /// A number as so many bytes.
    private static String unsigned(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var exact = new byte[length];
        var count = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - count, exact, length - count, count);
        return URL.encodeToString(exact);
    }
}
