package hoso.judicialcert.fee;

import java.util.List;

/// What came in for one request so far, against what was asked for.
///
/// @param open whether the request still waits for its fee
public record Account(Fee fee, boolean open, List<Transfer> transfers) {

    /// What a further transfer means. Every transfer is kept: money that is not needed is owed back, never lost.
    public Settlement take(Transfer transfer) {
        if (transfers.stream().anyMatch(known -> known.id().equals(transfer.id()))) {
            return new Settlement.KnownAlready();
        }
        if (!open) {
            return new Settlement.NotOwed(transfer.amount());
        }
        var received = transfers.stream().mapToLong(Transfer::amount).sum() + transfer.amount();
        return received < fee.amount()
                ? new Settlement.TooLittle(fee.amount() - received)
                : new Settlement.Settled(received - fee.amount());
    }

    /// What becomes of a transfer.
    public sealed interface Settlement {

        /// The fee is paid, with `surplus` đồng to be paid back.
        record Settled(long surplus) implements Settlement {}

        /// Kept, and told: `missing` đồng are still to come.
        record TooLittle(long missing) implements Settlement {}

        /// Nothing was owed any more: paid before, withdrawn, declined. All of it is to be paid back.
        record NotOwed(long surplus) implements Settlement {}

        /// Kept: how much is due is not decided yet, a waiver was asked for.
        record Early() implements Settlement {}

        /// The bank told it before.
        record KnownAlready() implements Settlement {}
    }
}
