package hoso.judicialcert.certificate.credential;

import hoso.judicialcert.certificate.offer.OfferId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a wallet asked for with an offer: copies for these keys. It has them, or waits until the certificate is issued.
///
/// @param handedOutAt null while it waits
record Delivery(
        UUID id,
        OfferId offer,
        List<WalletKey> keys,
        @Nullable Instant handedOutAt) {}
