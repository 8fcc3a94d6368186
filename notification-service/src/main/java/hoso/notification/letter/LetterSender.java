package hoso.notification.letter;

import hoso.chassis.http.PartnerAway;
import hoso.notification.delivery.Channel;
import hoso.notification.delivery.Delivery;
import hoso.notification.delivery.Outcome;
import hoso.notification.delivery.Sender;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// Sends a delivery as a letter: the printed certificate to the address of the request.
@ApplicationScoped
class LetterSender implements Sender {
    private final Certificates certificates;
    private final Carrier carrier;

    LetterSender(Certificates certificates, Carrier carrier) {
        this.certificates = certificates;
        this.carrier = carrier;
    }

    @Override
    public Channel channel() {
        return Channel.POST;
    }

    @Override
    public Outcome send(Delivery delivery) {
        var certificate = delivery.about().certificate();
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
