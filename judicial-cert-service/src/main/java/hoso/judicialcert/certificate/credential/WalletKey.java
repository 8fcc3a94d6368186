package hoso.judicialcert.certificate.credential;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A public key of a wallet on P-256, as JWK has it: a copy is bound to it, so that nobody else can show it.
///
/// @param x base64url of 32 bytes
/// @param y base64url of 32 bytes
record WalletKey(String x, String y) {
    private static final int COORDINATE = 32;
    private static final ECParameterSpec P_256 = p256();

    /// The key of these coordinates; empty when they are no point of the curve.
    static Optional<WalletKey> of(String x, String y) {
        try {
            var key = new WalletKey(x, y);
            return key.isOnCurve() ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whether the key made this signature (ES256, RFC 7518 section 3.4).
    boolean signed(byte[] text, byte[] signature) {
        try {
            var verifier = Signature.getInstance("SHA256withECDSAinP1363Format");
            verifier.initVerify(publicKey());
            verifier.update(text);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// Keys as one text, and back.
    static String written(List<WalletKey> keys) {
        return keys.stream().map(key -> key.x + "," + key.y).collect(Collectors.joining(" "));
    }

    static List<WalletKey> read(String written) {
        return Arrays.stream(written.split(" ", -1))
                .map(key -> key.split(",", -1))
                .map(parts -> new WalletKey(parts[0], parts[1]))
                .toList();
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(new ECPoint(coordinate(x), coordinate(y)), P_256));
    }

    /// y² = x³ + ax + b: the JDK takes any pair of numbers for a key.
    private boolean isOnCurve() {
        var curve = P_256.getCurve();
        var p = ((ECFieldFp) curve.getField()).getP();
        var px = coordinate(x);
        var py = coordinate(y);
        return px.compareTo(p) < 0
                && py.compareTo(p) < 0
                && py.modPow(BigInteger.TWO, p)
                        .equals(px.pow(3)
                                .add(curve.getA().multiply(px))
                                .add(curve.getB())
                                .mod(p));
    }

    private static BigInteger coordinate(String encoded) {
        var bytes = Base64.getUrlDecoder().decode(encoded);
        if (bytes.length != COORDINATE) {
            throw new IllegalArgumentException("a coordinate has 32 bytes");
        }
        return new BigInteger(1, bytes);
    }

    private static ECParameterSpec p256() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
