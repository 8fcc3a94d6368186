package hoso.notification.letter;

import hoso.chassis.http.PartnerAway;
import hoso.notification.delivery.Delivery;
import hoso.notification.delivery.Outcome;
import hoso.notification.delivery.Policy;
import hoso.notification.delivery.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Sends a delivery as a letter: the printed certificate to the address of the request.
@ApplicationScoped
class LetterSender implements Sender {
    private final Certificates certificates;
    private final Carrier carrier;
    private final LetterConfig config;

    LetterSender(Certificates certificates, Carrier carrier, LetterConfig config) {
        this.certificates = certificates;
        this.carrier = carrier;
        this.config = config;
    }

    @Override
    public Policy policy() {
        return new LetterPolicy(config.pauses());
    }

    @Override
    public Outcome send(Delivery delivery) {
        var certificate = delivery.message().about().certificate();
        if (certificate == null) {
            return new Outcome.Refused("no-document");
        }
        final Optional<Envelope> envelope;
        try {
            envelope = certificates.envelope(certificate);
        } catch (PartnerAway _) {
            return new Outcome.Postponed("judicial-cert-away");
        }
        return envelope.map(letter -> carrier.order(delivery.id(), letter))
                .orElseGet(() -> new Outcome.Refused("no-postal-address"));
    }
}
