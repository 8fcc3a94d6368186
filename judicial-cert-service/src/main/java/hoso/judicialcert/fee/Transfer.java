package hoso.judicialcert.fee;

import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Money that arrived, as the bank told it.
///
/// @param id the bank's number of the transaction: the same one told twice is one transfer
/// @param amount in đồng
/// @param content the text the payer's bank sent along
/// @param payer where it came from; null when the bank did not tell
public record Transfer(
        String id,
        long amount,
        String content,
        Instant paidAt,
        @Nullable Payer payer) implements Sensitive {

    public Transfer(String id, long amount, String content, Instant paidAt) {
        this(id, amount, content, paidAt, null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
