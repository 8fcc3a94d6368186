package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.certificate.offer.OfferId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Deliveries in the database.
@ApplicationScoped
class CredentialDeliveryRows implements Deliveries, PanacheRepositoryBase<CredentialDeliveryRow, UUID> {

    @Override
    public long count(OfferId offer) {
        return count("offerId", offer.value());
    }

    @Override
    public void await(Delivery delivery, byte[] transactionMark, Instant now) {
        var row = row(delivery, now);
        row.transactionMark = transactionMark;
        persist(row);
    }

    @Override
    public void handOut(Delivery delivery, byte[] notificationMark, Instant now) {
        var row = row(delivery, now);
        row.notificationMark = notificationMark;
        row.handedOutAt = now;
        persist(row);
    }

    @Override
    public Optional<Delivery> waiting(byte[] transactionMark, OfferId offer) {
        return find("transactionMark = ?1 and offerId = ?2", transactionMark, offer.value())
                .firstResultOptional()
                .map(row -> new Delivery(row.id, offer, WalletKey.read(row.keys), row.handedOutAt));
    }

    @Override
    public void end(Delivery delivery, Instant now) {
        var row = findById(delivery.id());
        row.transactionMark = null;
        row.handedOutAt = now;
    }

    @Override
    public boolean note(byte[] notificationMark, OfferId offer, String event, Instant now) {
        return update(
                        "event = ?1, eventAt = ?2 where notificationMark = ?3 and offerId = ?4",
                        event,
                        now,
                        notificationMark,
                        offer.value())
                == 1;
    }

    private static CredentialDeliveryRow row(Delivery delivery, Instant now) {
        var row = new CredentialDeliveryRow();
        row.id = delivery.id();
        row.offerId = delivery.offer().value();
        row.keys = WalletKey.written(delivery.keys());
        row.askedAt = now;
        return row;
    }
}
