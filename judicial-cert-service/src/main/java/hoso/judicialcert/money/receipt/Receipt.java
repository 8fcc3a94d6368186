package hoso.judicialcert.money.receipt;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A receipt for a fee. It says what was due and came in; what came in beyond is owed back and is no fee.
///
/// @param serial its place in the series of its agency and day, from 1, without gaps
/// @param amount in đồng
/// @param rule the rule that set the amount
public record Receipt(
        UUID id,
        UUID request,
        String agency,
        Words agencyName,
        LocalDate day,
        long serial,
        Instant issuedAt,
        String dossierCode,
        String reference,
        String paidFor,
        Words what,
        long amount,
        String rule)
        implements Sensitive {

    /// The number on it, such as `BL-H26-20261123-000042`.
    public String number() {
        return "BL-" + agency + "-" + day.toString().replace("-", "") + "-" + String.format("%06d", serial);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
