package hoso.judicialcert.certificate;

import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;

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
                + keyId(chain.getFirst()) + "\",\"x5c\":[" + x5c(chain) + "]}";
        var text = encoded(header) + "." + encoded(payload);
        return text + "." + URL.encodeToString(signature(key, text.getBytes(StandardCharsets.US_ASCII)));
    }

    /// What a key is called: the first eight bytes of the SHA-256 of its certificate, hexadecimal.
    public static String keyId(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// An ECDSA signature as JOSE and COSE write it: r and s, 32 bytes each (RFC 7518 section 3.4), not DER.
    public static byte[] concatenated(byte[] der) {
        var sequence = ASN1Sequence.getInstance(der);
        var both = new byte[2 * COORDINATE];
        for (var i = 0; i < 2; i++) {
            var number = ASN1Integer.getInstance(sequence.getObjectAt(i)).getPositiveValue();
            var bytes = unsigned(number);
            System.arraycopy(bytes, 0, both, (i + 1) * COORDINATE - bytes.length, bytes.length);
        }
        return both;
    }

    private static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes.length > COORDINATE ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    /// A signature by the key of this chain as JOSE and COSE write it.
    static byte[] signature(Signatory signatory, byte[] bytes) {
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
