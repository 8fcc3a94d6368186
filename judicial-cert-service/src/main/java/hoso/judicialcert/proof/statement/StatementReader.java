package hoso.judicialcert.proof.statement;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// Opens a statement of the agency: a compact JWS (RFC 7515) whose chain stands in `x5c`. Only ES256 and RS256 are
/// taken, and only the one that fits the key.
public final class StatementReader {
    public static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StatementReader() {}

    public static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What became of a statement.
    sealed interface Opened {}

    record Genuine(JsonNode payload, Instant issuedAt) implements Opened {}

    record Refused(Doubt doubt) implements Opened {}

    /// @param type what kind of statement is expected (header `typ`)
    static Opened open(String statement, String type, TrustBundle trust) {
        var parts = statement.strip().split("\\.", -1);
        if (parts.length != 3) {
            return new Refused(Doubt.UNREADABLE);
        }
        try {
            var header = JSON.readTree(decoded(parts[0]));
            var payload = JSON.readTree(decoded(parts[1]));
            var chain = chain(header.path("x5c"));
            if (!header.path("typ").asText().equals(type)
                    || !payload.path("iat").canConvertToLong()) {
                return new Refused(Doubt.UNREADABLE);
            }
            var issuedAt = Instant.ofEpochSecond(payload.path("iat").asLong());
            if (!trust.trusts(chain, issuedAt)) {
                return new Refused(Doubt.ISSUER_NOT_TRUSTED);
            }
            var signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
            var isSigned =
                    isSigned(chain.getFirst().getPublicKey(), header.path("alg").asText(), signed, decoded(parts[2]));
            return isSigned ? new Genuine(payload, issuedAt) : new Refused(Doubt.SIGNATURE_BROKEN);
        } catch (IOException | CertificateException | RuntimeException _) {
            // Whatever a hostile text does to a parser is one thing to the one who shows it: it cannot be read.
            return new Refused(Doubt.UNREADABLE);
        }
    }

    private static boolean isSigned(PublicKey key, String algorithm, byte[] signed, byte[] signature) {
        var isElliptic = key instanceof ECPublicKey;
        if (!algorithm.equals(isElliptic ? "ES256" : "RS256")) {
            return false;
        }
        try {
            var verifier = Signature.getInstance(isElliptic ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static List<X509Certificate> chain(JsonNode x5c) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var chain = new ArrayList<X509Certificate>();
        for (var certificate : x5c) {
            var bytes = Base64.getDecoder().decode(certificate.asText());
            chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
        }
        return chain;
    }

    /// The bits that no byte fills must be zero (RFC 4648 section 3.5): one statement has one text only.
    private static byte[] decoded(String part) {
        var bytes = Base64.getUrlDecoder().decode(part);
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part)) {
            throw new IllegalArgumentException("not the one base64url of its bytes");
        }
        return bytes;
    }
}
