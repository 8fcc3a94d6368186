package hoso.judicialcert.money.payment;

import java.time.Instant;
import java.util.List;

/// Transfers as they were booked.
public interface Payments {

    /// By what the bank told of a transfer first.
    enum Told {
        NOTIFICATION,
        RECONCILIATION
    }

    /// One transfer in the books.
    ///
    /// @param amount in đồng
    /// @param hasRequest whether it names a request of ours
    record Booked(String transaction, long amount, boolean hasRequest, Told toldBy) {}

    /// Those of these transactions that are in the books.
    List<Booked> booked(List<String> transactions);

    /// Those that were paid from a moment on and before another.
    List<Booked> paidBetween(Instant from, Instant to);
}
