package hoso.judicialcert.certificate.credential;

import java.time.Duration;
import java.time.Instant;

/// A wallet's proof that it has the private key to a public one (OpenID4VCI 1.0, proof type `jwt`).
///
/// @param signed what the signature stands under
record KeyProof(
        String type,
        String algorithm,
        WalletKey key,
        String audience,
        Instant issuedAt,
        String nonce,
        byte[] signed,
        byte[] signature) {
    static final String TYPE = "openid4vci-proof+jwt";
    static final String ALGORITHM = "ES256";

    /// Whether it proves something to this issuer now; whether its nonce is ours is another question.
    ///
    /// @param age how old it may be
    /// @param skew how far the wallet's clock may go ahead
    boolean holds(String issuer, Instant now, Duration age, Duration skew) {
        return type.equals(TYPE)
                && algorithm.equals(ALGORITHM)
                && !nonce.isEmpty()
                && audience.equals(issuer)
                && !issuedAt.isAfter(now.plus(skew))
                && !issuedAt.isBefore(now.minus(age).minus(skew))
                && key.signed(signed, signature);
    }
}
