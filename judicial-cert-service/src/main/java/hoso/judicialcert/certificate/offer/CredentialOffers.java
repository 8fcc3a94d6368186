package hoso.judicialcert.certificate.offer;

import java.time.Instant;
import java.util.Optional;

/// All offers, found by marks of what a wallet shows.
public interface CredentialOffers {

    void add(CredentialOffer offer, byte[] referenceMark, byte[] codeMark, Instant madeAt);

    Optional<CredentialOffer> withReference(byte[] mark);

    /// Held against others until the transaction ends.
    Optional<CredentialOffer> lockWithCode(byte[] mark);

    /// The same, if the refresh token is of now.
    Optional<CredentialOffer> lockWithRefresh(byte[] mark, Instant now);

    /// The same, if the access token is of now.
    Optional<CredentialOffer> lockWithAccess(byte[] mark, Instant now);

    void save(CredentialOffer offer);

    /// From now on these tokens count for the offer, and no others.
    void grant(CredentialOffer offer, Tokens tokens);

    /// From now on no token counts.
    void bar(CredentialOffer offer);
}
