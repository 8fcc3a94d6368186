package hoso.judicialcert.money.reconciliation;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.fee.Transfer;
import java.time.LocalDate;
import java.util.List;

/// What the bank says came in on a day.
///
/// @param digest SHA-256 of the file, hexadecimal: the same file sent again is the same
/// @param total of all amounts, in đồng
record DayFile(LocalDate day, String digest, long total, List<Transfer> transfers) implements Sensitive {

    DayFile {
        transfers = List.copyOf(transfers);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
