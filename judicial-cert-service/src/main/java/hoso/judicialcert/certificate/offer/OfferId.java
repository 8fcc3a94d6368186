package hoso.judicialcert.certificate.offer;

import java.util.UUID;

/// Names an offer. It is no secret: what a wallet needs cannot be told from it.
public record OfferId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
