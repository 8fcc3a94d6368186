package hoso.judicialcert.money.receipt;

import hoso.judicialcert.certificate.signing.SignedStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Hands a receipt out, signed: the first time it is signed and kept, so that it is the same for ever.
@ApplicationScoped
class ReadReceipt {
    static final String TYPE = "fee-receipt+jwt";
    private final ReceiptRows receipts;
    private final ReceiptText text;
    private final SignedStatement signing;

    ReadReceipt(ReceiptRows receipts, ReceiptText text, SignedStatement signing) {
        this.receipts = receipts;
        this.text = text;
        this.signing = signing;
    }

    record Signed(Receipt receipt, String statement) {}

    /// Writes a receipt as what is signed.
    @FunctionalInterface
    interface ReceiptText {
        String of(Receipt receipt);
    }

    /// Empty when the request has none.
    @Transactional
    Optional<Signed> read(UUID request, UUID subject) {
        return receipts.lock(request, subject)
                .map(receipt -> new Signed(
                        receipt, receipts.statement(receipt.id(), subject).orElseGet(() -> {
                            var statement = signing.sign(TYPE, text.of(receipt));
                            receipts.sign(receipt.id(), subject, statement);
                            return statement;
                        })));
    }
}
