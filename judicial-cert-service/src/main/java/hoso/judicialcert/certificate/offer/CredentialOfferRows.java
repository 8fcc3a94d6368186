package hoso.judicialcert.certificate.offer;

import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.RequestId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Offers in the database.
@ApplicationScoped
class CredentialOfferRows implements CredentialOffers, PanacheRepositoryBase<CredentialOfferRow, UUID> {
    private final OfferSecrets secrets;

    CredentialOfferRows(OfferSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void add(CredentialOffer offer, byte[] referenceMark, byte[] codeMark, Instant madeAt) {
        var row = new CredentialOfferRow();
        row.id = offer.id().value();
        row.holder = offer.holder().value();
        row.requestId = offer.request().value();
        row.referenceMark = referenceMark;
        row.codeMark = codeMark;
        row.madeAt = madeAt;
        row.attemptsLeft = offer.attemptsLeft();
        row.expiresAt = offer.expiresAt();
        persist(row);
    }

    @Override
    public Optional<CredentialOffer> withReference(byte[] mark) {
        return find("referenceMark", (Object) mark).firstResultOptional().map(CredentialOfferRows::offer);
    }

    @Override
    public Optional<CredentialOffer> lockWithCode(byte[] mark) {
        return find("codeMark", (Object) mark)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(CredentialOfferRows::offer);
    }

    @Override
    public Optional<CredentialOffer> lockWithRefresh(byte[] mark, Instant now) {
        return find("refreshMark = ?1 and refreshUntil > ?2", mark, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(CredentialOfferRows::offer);
    }

    @Override
    public Optional<CredentialOffer> lockWithAccess(byte[] mark, Instant now) {
        return find("accessMark = ?1 and accessUntil > ?2", mark, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(CredentialOfferRows::offer);
    }

    @Override
    public void save(CredentialOffer offer) {
        var row = findById(offer.id().value());
        row.attemptsLeft = offer.attemptsLeft();
        row.redeemedAt = offer.redeemedAt();
    }

    @Override
    public void grant(CredentialOffer offer, Tokens tokens) {
        var row = findById(offer.id().value());
        row.accessMark = secrets.blindIndex(tokens.access());
        row.accessUntil = tokens.accessUntil();
        row.refreshMark = secrets.blindIndex(tokens.refresh());
        row.refreshUntil = tokens.refreshUntil();
    }

    @Override
    public void bar(CredentialOffer offer) {
        var row = findById(offer.id().value());
        row.accessMark = null;
        row.refreshMark = null;
    }

    private static CredentialOffer offer(CredentialOfferRow row) {
        return new CredentialOffer(
                new OfferId(row.id),
                new CitizenId(row.holder),
                new RequestId(row.requestId),
                row.attemptsLeft,
                row.expiresAt,
                row.redeemedAt);
    }
}
