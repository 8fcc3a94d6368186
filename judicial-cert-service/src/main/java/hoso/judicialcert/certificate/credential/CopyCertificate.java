package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.certificate.offer.CredentialOffer;
import hoso.judicialcert.certificate.offer.Held;
import hoso.judicialcert.certificate.offer.Holding;
import hoso.judicialcert.certificate.status.CopyIndexes;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/// Makes the copies that wallets are handed: each is bound to a key and has its own place in the status lists.
@Singleton
class CopyCertificate {
    private static final Logger LOG = Logger.getLogger(CopyCertificate.class);
    private final CertificateRequests requests;
    private final Holding holding;
    private final CopyIndexes places;
    private final CredentialWriter writer;

    CopyCertificate(CertificateRequests requests, Holding holding, CopyIndexes places, CredentialWriter writer) {
        this.requests = requests;
        this.holding = holding;
        this.places = places;
        this.writer = writer;
    }

    /// Whether there is something to copy, or will be.
    Held held(CredentialOffer offer) {
        return holding.of(requests.find(offer.request()).orElseThrow());
    }

    List<String> copies(Held.Now held, List<WalletKey> keys, Instant now) {
        LOG.infof("certificate=%s copies=%d handed out", held.certificate().id(), keys.size());
        return keys.stream()
                .map(key -> writer.write(
                        held.attestation(), key, places.next(held.certificate().id()), now))
                .toList();
    }
}
