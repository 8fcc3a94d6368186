package hoso.judicialcert.money.reconciliation;

import hoso.judicialcert.fee.Transfer;
import hoso.judicialcert.money.payment.Payments.Booked;
import hoso.judicialcert.money.payment.Payments.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file of the bank beside our books.
final class BookComparison {
    private BookComparison() {}

    enum Result {
        /// Both say the same.
        AGREED,
        /// No call-back told of it: it was booked from the file.
        BOOKED,
        /// Both know it, but it names no request of ours: it is owed back.
        NO_REQUEST,
        /// The bank says another amount than it told before. Ours stays until people have looked.
        AMOUNT_DIFFERS,
        /// A call-back told of it, the file does not.
        MISSING_AT_BANK
    }

    /// One transfer.
    ///
    /// @param theirs the amount in the file
    /// @param ours the amount in our books
    record Line(
            String transaction,
            Result result,
            @Nullable Long theirs,
            @Nullable Long ours) {}

    /// @param ours those of the file as they stand in our books now, and those of the day that the file does not name
    static List<Line> of(List<Transfer> theirs, List<Booked> ours) {
        Map<String, Booked> booked =
                ours.stream().collect(Collectors.toMap(Booked::transaction, Function.identity(), (one, _) -> one));
        var lines = new ArrayList<Line>();
        var named = new HashSet<String>();
        for (var transfer : theirs) {
            named.add(transfer.id());
            var own = booked.get(transfer.id());
            if (own != null) {
                lines.add(new Line(transfer.id(), result(transfer, own), transfer.amount(), own.amount()));
            }
        }
        booked.values().stream()
                .filter(own -> !named.contains(own.transaction()))
                .forEach(own -> lines.add(new Line(own.transaction(), Result.MISSING_AT_BANK, null, own.amount())));
        return lines;
    }

    private static Result result(Transfer theirs, Booked ours) {
        if (theirs.amount() != ours.amount()) {
            return Result.AMOUNT_DIFFERS;
        }
        if (!ours.hasRequest()) {
            return Result.NO_REQUEST;
        }
        return ours.toldBy() == Told.RECONCILIATION ? Result.BOOKED : Result.AGREED;
    }
}
