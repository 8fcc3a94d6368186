package hoso.judicialcert.money.payment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.fee.Fee;
import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.fee.Transfer;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One transfer, as the bank tells it: at once, or in the file of a day.
///
/// @param debitAccount where it came from
@JsonIgnoreProperties(ignoreUnknown = true)
public record TransferBody(
        @Nullable String transactionId,
        long amount,
        @Nullable String currency,
        @Nullable String content,
        @Nullable OffsetDateTime paidAt,
        @Nullable String creditAccount,
        @Nullable From debitAccount)
        implements Sensitive {
    private static final Pattern BIN = Pattern.compile("[0-9]{6}");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9A-Za-z]{1,19}");
    private static final int MAX_HOLDER = 100;

    /// An account of the payer.
    public record From(
            @Nullable String bin,
            @Nullable String account,
            @Nullable String holder) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The transfer; empty when something is wrong with it, which is then among the errors.
    ///
    /// @param account ours
    /// @param at where it stands in what was sent
    public Optional<Transfer> transfer(String account, String at, List<FieldError> errors) {
        var before = errors.size();
        var id = transactionId;
        var text = content;
        var time = paidAt;
        if (id == null || !id.matches("[\\x21-\\x7E]{1,64}")) {
            errors.add(FieldError.of(at + "/transactionId", "format"));
        }
        if (amount <= 0) {
            errors.add(FieldError.of(at + "/amount", "format"));
        }
        if (!Fee.CURRENCY.equals(currency)) {
            errors.add(FieldError.of(at + "/currency", "unknown"));
        }
        if (!account.equals(creditAccount)) {
            errors.add(FieldError.of(at + "/creditAccount", "unknown"));
        }
        if (time == null) {
            errors.add(FieldError.of(at + "/paidAt", "required"));
        }
        if (text == null || text.length() > 500) {
            errors.add(FieldError.of(at + "/content", "format"));
        }
        var payer = payer(at, errors);
        return errors.size() > before || id == null || text == null || time == null
                ? Optional.empty()
                : Optional.of(new Transfer(id, amount, text, time.toInstant(), payer));
    }

    private @Nullable Payer payer(String at, List<FieldError> errors) {
        if (debitAccount == null) {
            return null;
        }
        var bin = debitAccount.bin();
        var number = debitAccount.account();
        var holder = debitAccount.holder();
        if (bin == null || !BIN.matcher(bin).matches()) {
            errors.add(FieldError.of(at + "/debitAccount/bin", "format"));
            return null;
        }
        if (number == null || !ACCOUNT.matcher(number).matches()) {
            errors.add(FieldError.of(at + "/debitAccount/account", "format"));
            return null;
        }
        if (holder == null || holder.isBlank() || holder.length() > MAX_HOLDER) {
            errors.add(FieldError.of(at + "/debitAccount/holder", "format"));
            return null;
        }
        return new Payer(bin, number, holder);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
