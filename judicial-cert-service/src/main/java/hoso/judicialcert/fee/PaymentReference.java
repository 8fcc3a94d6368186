package hoso.judicialcert.fee;

import hoso.judicialcert.law.Law;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The short number a payer's bank carries back to us: the day of receipt and eight digits. It is the one thing that
/// survives every bank's rewriting of the transfer text.
public record PaymentReference(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9]{14}");
    private static final Pattern WITHIN = Pattern.compile("LLTP[12][^0-9A-Z]{0,3}(?<reference>[0-9]{14})(?![0-9])");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");
    private static final long SERIALS = 100_000_000;

    public PaymentReference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a payment reference");
        }
    }

    /// The reference with a serial; serials come from one sequence and may start over after a hundred million.
    public static PaymentReference of(Instant receivedAt, long serial) {
        var day = receivedAt.atZone(Law.ZONE).format(DAY);
        return new PaymentReference(day + String.format("%08d", serial % SERIALS));
    }

    /// Finds the reference in the text of a transfer, whatever the bank put before, after and in between.
    public static Optional<PaymentReference> in(String transferText) {
        var found = WITHIN.matcher(transferText.toUpperCase(java.util.Locale.ROOT));
        return found.find() ? Optional.of(new PaymentReference(found.group("reference"))) : Optional.empty();
    }
}
