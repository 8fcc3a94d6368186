package hoso.judicialcert.certificate.offer;

import hoso.chassis.id.Ids;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Offers a certificate to a wallet of its holder.
@ApplicationScoped
class OfferCredential {
    private static final Logger LOG = Logger.getLogger(OfferCredential.class);
    private final CertificateRequests requests;
    private final Certificates certificates;
    private final CredentialOffers offers;
    private final Holding holding;
    private final OfferSecrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final CredentialConfig config;

    OfferCredential(
            CertificateRequests requests,
            Certificates certificates,
            CredentialOffers offers,
            Holding holding,
            OfferSecrets secrets,
            Ids ids,
            Clock clock,
            CredentialConfig config) {
        this.requests = requests;
        this.certificates = certificates;
        this.offers = offers;
        this.holding = holding;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /// What came of it.
    sealed interface Outcome {
        record Offered(CredentialOffer offer) implements Outcome {}

        record NotOffered(Held.Reason reason) implements Outcome {}
    }

    /// Empty when the citizen has no such certificate.
    @Transactional
    Optional<Outcome> offer(CertificateId certificate, CitizenId holder) {
        return certificates.find(certificate, holder).flatMap(found -> offer(found.request(), holder));
    }

    /// The same before it is issued. Empty when the citizen has no such request.
    @Transactional
    Optional<Outcome> offer(RequestId id, CitizenId holder) {
        return requests.find(id, holder)
                .filter(request -> request.subject().equals(holder))
                .map(request -> switch (holding.of(request)) {
                    case Held.Now _, Held.Later _ -> new Outcome.Offered(make(id, holder));
                    case Held.Never(var reason) -> new Outcome.NotOffered(reason);
                });
    }

    /// An offer that a wallet asks for by its address; empty when it can no longer be redeemed.
    @Transactional
    Optional<CredentialOffer> read(String reference) {
        return offers.withReference(secrets.blindIndex(reference)).filter(offer -> offer.isOpen(clock.instant()));
    }

    private CredentialOffer make(RequestId request, CitizenId holder) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var id = new OfferId(ids.next());
        var offer = new CredentialOffer(id, holder, request, config.attempts(), now.plus(config.offer()), null);
        offers.add(offer, secrets.blindIndex(secrets.reference(id)), secrets.blindIndex(secrets.code(id)), now);
        LOG.infof("offer=%s request=%s made", id, request);
        return offer;
    }
}
