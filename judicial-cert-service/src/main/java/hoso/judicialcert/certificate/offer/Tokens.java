package hoso.judicialcert.certificate.offer;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;

/// What a wallet shows from now on instead of the codes it redeemed.
public record Tokens(String access, Instant accessUntil, String refresh, Instant refreshUntil) implements Sensitive {

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
