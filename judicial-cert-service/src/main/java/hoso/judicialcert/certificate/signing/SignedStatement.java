package hoso.judicialcert.certificate.signing;

import hoso.judicialcert.proof.statement.TrustBundle;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// States something in the name of the agency so that anybody can check it later and off line: a JWS (RFC 7515,
/// compact) with the key that signs certificates, and the chain in `x5c`.
@Singleton
public class SignedStatement {
    private static final int COORDINATE = 32;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private final Signatory signatory;

    SignedStatement(Signatory signatory) {
        this.signatory = signatory;
    }

    /// Signs a statement.
    ///
    /// @param type what kind of statement it is (header `typ`), such as `statuslist+jwt`
    /// @param payload JSON
    public String sign(String type, String payload) {
        var key = signatory.now();
        var chain = key.chain();
        var header = "{\"alg\":\"" + (isElliptic(chain) ? "ES256" : "RS256") + "\",\"typ\":\"" + type + "\",\"kid\":\""
                + TrustBundle.keyId(chain.getFirst()) + "\",\"x5c\":[" + x5c(chain) + "]}";
        var text = encoded(header) + "." + encoded(payload);
        return text + "." + URL.encodeToString(signature(key, text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// An ECDSA signature as JOSE and COSE write it: r and s, 32 bytes each (RFC 7518 section 3.4), not DER.
    public static byte[] concatenated(byte[] der) {
        // SEQUENCE { INTEGER r, INTEGER s }: with P-256 every length is one byte.
        var both = new byte[2 * COORDINATE];
        var at = 2;
        for (var end = COORDINATE; end <= both.length; end += COORDINATE) {
            var length = der[at + 1];
            var number = Arrays.copyOfRange(der, at + 2, at + 2 + length);
            var leading = Math.max(0, length - COORDINATE);
            System.arraycopy(number, leading, both, end - (length - leading), length - leading);
            at += 2 + length;
        }
        return both;
    }

    /// A signature by the key of this chain as JOSE and COSE write it.
    public static byte[] signature(Signatory signatory, byte[] bytes) {
        var signature = signatory.sign(bytes);
        return isElliptic(signatory.chain()) ? concatenated(signature) : signature;
    }

    private static boolean isElliptic(List<X509Certificate> chain) {
        return chain.getFirst().getPublicKey() instanceof ECPublicKey;
    }

    private static String x5c(List<X509Certificate> chain) {
        return chain.stream()
                .map(certificate -> {
                    try {
                        return "\"" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + "\"";
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
