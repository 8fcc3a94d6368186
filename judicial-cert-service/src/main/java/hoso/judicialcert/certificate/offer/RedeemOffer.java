package hoso.judicialcert.certificate.offer;

import hoso.chassis.id.Ids;
import hoso.judicialcert.certificate.offer.CredentialOffer.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Gives a wallet tokens for an offer.
@ApplicationScoped
public class RedeemOffer {
    private static final Logger LOG = Logger.getLogger(RedeemOffer.class);
    private static final int TOKEN_BYTES = 32;
    private final CredentialOffers offers;
    private final OfferSecrets secrets;
    private final Ids ids;
    private final Clock clock;
    private final CredentialConfig config;

    RedeemOffer(CredentialOffers offers, OfferSecrets secrets, Ids ids, Clock clock, CredentialConfig config) {
        this.offers = offers;
        this.secrets = secrets;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
    }

    /// Tokens for both codes; empty when one of them is wrong, used or too old. A wrong transaction code is counted.
    @Transactional
    public Optional<Tokens> redeem(String code, String txCode) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return offers.lockWithCode(secrets.blindIndex(code)).flatMap(offer -> switch (offer.redeem(
                secrets.isTxCode(offer.id(), txCode), now)) {
            case Attempt.Redeemed(var redeemed) -> {
                offers.save(redeemed);
                yield Optional.of(tokens(redeemed));
            }
            case Attempt.WrongCode(var tried) -> {
                offers.save(tried);
                LOG.warnf("offer=%s wrong transaction code, attempts left=%d", tried.id(), tried.attemptsLeft());
                yield Optional.empty();
            }
            case Attempt.RedeemedBefore() -> {
                // RFC 6749 section 4.1.2: a code that comes twice ends what it was exchanged for.
                offers.bar(offer);
                LOG.warnf("offer=%s redeemed twice, its tokens end", offer.id());
                yield Optional.empty();
            }
            case Attempt.Over() -> Optional.empty();
        });
    }

    /// New tokens for a refresh token, which is used up by it.
    @Transactional
    public Optional<Tokens> refresh(String token) {
        return offers.lockWithRefresh(secrets.blindIndex(token), clock.instant())
                .map(this::tokens);
    }

    private Tokens tokens(CredentialOffer offer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var tokens = new Tokens(
                ids.secret(TOKEN_BYTES),
                now.plus(config.access()),
                ids.secret(TOKEN_BYTES),
                now.plus(config.refresh()));
        offers.grant(offer, tokens);
        LOG.infof("offer=%s tokens given", offer.id());
        return tokens;
    }
}
