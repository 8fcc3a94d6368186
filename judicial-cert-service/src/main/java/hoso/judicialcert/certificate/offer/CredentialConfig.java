package hoso.judicialcert.certificate.offer;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.time.Duration;

/// How certificates come into wallets; the reasons stand in application.properties.
@ConfigMapping(prefix = "judicial-cert.credential")
public interface CredentialConfig {

    /// The credential issuer identifier (OpenID4VCI 12.2.1), without a slash at the end.
    URI issuer();

    /// How long an offer can be redeemed.
    Duration offer();

    /// How often a wrong transaction code may be entered.
    int attempts();

    /// How long an access token is good.
    Duration access();

    /// How long a wallet can wait for a certificate that is not issued yet.
    Duration refresh();

    /// How long a nonce is good.
    Duration nonce();

    /// How far a wallet's clock may be off.
    Duration skew();

    /// How many copies, each for a key of its own, may be asked for at once.
    int batch();

    /// How many times one offer may be used to ask for copies.
    int deliveries();

    /// After what time a wallet should ask again whether the certificate is issued.
    Duration interval();
}
