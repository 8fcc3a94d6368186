package hoso.judicialcert.request;

import hoso.chassis.vault.Vault;
import hoso.judicialcert.fee.Transfer;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Transfers in the database.
@ApplicationScoped
class PaymentRows implements PanacheRepositoryBase<PaymentRow, String> {
    /// Whom the texts of transfers that belong to nobody are sealed for.
    private static final UUID NOBODY = new UUID(0, 0);

    private final Vault vault;
    private final Clock clock;

    PaymentRows(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// What came in for a request.
    List<Transfer> of(RequestId request) {
        return list("requestId", request.value()).stream()
                .map(row -> new Transfer(row.transactionId, row.amount, "", row.paidAt))
                .toList();
    }

    /// How much came in for a request, in đồng.
    long received(RequestId request) {
        return of(request).stream().mapToLong(Transfer::amount).sum();
    }

    /// Whether this transaction was booked for another request: one transfer never pays two.
    boolean isOfAnother(Transfer transfer, RequestId request) {
        return findByIdOptional(transfer.id())
                .filter(row -> row.requestId != null && !row.requestId.equals(request.value()))
                .isPresent();
    }

    void add(CertificateRequest request, Transfer transfer, String outcome, long surplus) {
        // A transaction that was told before for no request, and now with one, is the bank's correction of its text.
        var row = findById(transfer.id());
        var isNew = row == null;
        var kept = Objects.requireNonNullElseGet(row, PaymentRow::new);
        kept.transactionId = transfer.id();
        kept.requestId = request.id().value();
        kept.amount = transfer.amount();
        kept.surplus = Math.min(surplus, transfer.amount());
        kept.outcome = outcome;
        kept.content = seal(request.subject().value(), transfer);
        kept.paidAt = transfer.paidAt();
        kept.toldAt = clock.instant();
        if (isNew) {
            persist(kept);
        }
    }

    /// Money that names no request: all of it is owed back.
    void addStray(Transfer transfer) {
        if (findByIdOptional(transfer.id()).isPresent()) {
            return;
        }
        var row = new PaymentRow();
        row.transactionId = transfer.id();
        row.amount = transfer.amount();
        row.surplus = transfer.amount();
        row.outcome = "NO_REQUEST";
        row.content = seal(NOBODY, transfer);
        row.paidAt = transfer.paidAt();
        row.toldAt = clock.instant();
        persist(row);
    }

    /// What came in for a request that ends without having been paid for is owed back.
    void oweBack(RequestId request) {
        update("surplus = amount, outcome = 'NOT_OWED' where requestId = ?1", request.value());
    }

    private byte[] seal(UUID subject, Transfer transfer) {
        return vault.seal(subject, transfer.content().getBytes(StandardCharsets.UTF_8));
    }
}
