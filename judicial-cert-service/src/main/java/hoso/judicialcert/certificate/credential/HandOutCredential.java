package hoso.judicialcert.certificate.credential;

import hoso.chassis.id.Ids;
import hoso.judicialcert.certificate.credential.Handing.Deferred;
import hoso.judicialcert.certificate.credential.Handing.HandedOut;
import hoso.judicialcert.certificate.credential.Handing.Refusal;
import hoso.judicialcert.certificate.credential.Handing.Refused;
import hoso.judicialcert.certificate.offer.CredentialConfig;
import hoso.judicialcert.certificate.offer.CredentialOffer;
import hoso.judicialcert.certificate.offer.CredentialOffers;
import hoso.judicialcert.certificate.offer.Held;
import hoso.judicialcert.certificate.offer.OfferAnswer;
import hoso.judicialcert.certificate.offer.OfferSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Hands copies of a certificate to a wallet that redeemed an offer, each bound to a key of its own: now, or once the
/// certificate is issued. Everything is one transaction: a nonce, a place in the status lists and a delivery are used
/// up together or not at all.
@ApplicationScoped
class HandOutCredential {
    private static final Logger LOG = Logger.getLogger(HandOutCredential.class);
    private static final int SECRET_BYTES = 24;
    private final CredentialOffers offers;
    private final Deliveries deliveries;
    private final CopyCertificate copy;
    private final Nonces nonces;
    private final OfferSecrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final CredentialConfig config;

    HandOutCredential(
            CredentialOffers offers,
            Deliveries deliveries,
            CopyCertificate copy,
            Nonces nonces,
            OfferSecrets secrets,
            Ids ids,
            Clock clock,
            CredentialConfig config) {
        this.offers = offers;
        this.deliveries = deliveries;
        this.copy = copy;
        this.nonces = nonces;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /// Copies for the keys of these proofs.
    ///
    /// @param proofs as sent; one that could not be read is empty
    @Transactional
    Handing handOut(String access, String configuration, List<Optional<KeyProof>> proofs) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var offer = offers.lockWithAccess(secrets.blindIndex(access), now);
        if (offer.isEmpty()) {
            return new Refused(Refusal.INVALID_TOKEN);
        }
        if (!configuration.equals(OfferAnswer.CONFIGURATION)) {
            return new Refused(Refusal.UNKNOWN_CONFIGURATION);
        }
        var sound = proofs.stream().flatMap(Optional::stream).toList();
        var keys = sound.stream().map(KeyProof::key).distinct().toList();
        if (proofs.isEmpty()
                || proofs.size() > config.batch()
                || keys.size() != proofs.size()
                || !sound.stream().allMatch(proof -> holds(proof, now))) {
            return new Refused(Refusal.INVALID_PROOF);
        }
        if (deliveries.count(offer.get().id()) >= config.deliveries()) {
            return new Refused(Refusal.DENIED);
        }
        for (var nonce : new HashSet<>(sound.stream().map(KeyProof::nonce).toList())) {
            if (!nonces.use(nonce)) {
                return new Refused(Refusal.INVALID_NONCE);
            }
        }
        return handOut(offer.get(), keys, now);
    }

    /// What was asked for before the certificate was issued.
    @Transactional
    Handing deferred(String access, String transaction) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var offer = offers.lockWithAccess(secrets.blindIndex(access), now);
        if (offer.isEmpty()) {
            return new Refused(Refusal.INVALID_TOKEN);
        }
        var waiting =
                deliveries.waiting(secrets.blindIndex(transaction), offer.get().id());
        if (waiting.isEmpty()) {
            return new Refused(Refusal.INVALID_TRANSACTION);
        }
        return switch (copy.held(offer.get())) {
            case Held.Later() -> new Deferred(transaction);
            case Held.Never(var reason) -> denied(offer.get(), reason);
            case Held.Now held -> {
                deliveries.end(waiting.get(), now);
                yield new HandedOut(copy.copies(held, waiting.get().keys(), now), null);
            }
        };
    }

    /// Notes what a wallet tells became of its copies. Empty without an access token of now.
    @Transactional
    Optional<Boolean> note(String access, String notification, String event) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return offers.lockWithAccess(secrets.blindIndex(access), now)
                .map(offer -> deliveries.note(secrets.blindIndex(notification), offer.id(), event, now));
    }

    private Handing handOut(CredentialOffer offer, List<WalletKey> keys, Instant now) {
        var secret = ids.secret(SECRET_BYTES);
        return switch (copy.held(offer)) {
            case Held.Never(var reason) -> denied(offer, reason);
            case Held.Later() -> {
                deliveries.await(new Delivery(ids.next(), offer.id(), keys, null), secrets.blindIndex(secret), now);
                LOG.infof("offer=%s deferred", offer.id());
                yield new Deferred(secret);
            }
            case Held.Now held -> {
                deliveries.handOut(new Delivery(ids.next(), offer.id(), keys, now), secrets.blindIndex(secret), now);
                yield new HandedOut(copy.copies(held, keys, now), secret);
            }
        };
    }

    private static Handing denied(CredentialOffer offer, Held.Reason reason) {
        LOG.infof("offer=%s denied reason=%s", offer.id(), reason);
        return new Refused(Refusal.DENIED);
    }

    private boolean holds(KeyProof proof, Instant now) {
        return proof.holds(config.issuer().toString(), now, config.nonce(), config.skew());
    }
}
