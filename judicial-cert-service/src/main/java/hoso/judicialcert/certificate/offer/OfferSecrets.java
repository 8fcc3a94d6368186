package hoso.judicialcert.certificate.offer;

import hoso.chassis.vault.BlindIndex;
import jakarta.inject.Singleton;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/// What only the holder and the wallet know of an offer. Everything follows from the offer's id and a key outside the
/// database: nothing of it is stored, and whoever reads the tables can redeem nothing.
@Singleton
public class OfferSecrets {
    static final int TX_CODE_DIGITS = 6;
    private static final BigInteger TX_CODES = BigInteger.TEN.pow(TX_CODE_DIGITS);
    private final BlindIndex blindIndex;

    OfferSecrets(BlindIndex blindIndex) {
        this.blindIndex = blindIndex;
    }

    /// Stands in the address under which a wallet reads the offer.
    String reference(OfferId offer) {
        return secret("offer-reference:" + offer);
    }

    /// The pre-authorized code in the offer.
    String code(OfferId offer) {
        return secret("offer-code:" + offer);
    }

    /// The transaction code that the app shows and the holder types into the wallet, six digits.
    String txCode(OfferId offer) {
        var number = new BigInteger(1, blindIndex.of("offer-tx-code:" + offer)).mod(TX_CODES);
        return String.format("%0" + TX_CODE_DIGITS + "d", number);
    }

    boolean isTxCode(OfferId offer, String typed) {
        return MessageDigest.isEqual(
                txCode(offer).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }

    /// By what a secret that a wallet shows is found.
    public byte[] blindIndex(String secret) {
        return blindIndex.of("wallet:" + secret);
    }

    private String secret(String of) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(blindIndex.of(of));
    }
}
