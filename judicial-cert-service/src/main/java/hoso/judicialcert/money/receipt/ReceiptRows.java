package hoso.judicialcert.money.receipt;

import hoso.chassis.vault.SealedJson;
import hoso.chassis.vault.Vault;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Receipts in the database. A number is taken under the lock of its series and given back if the transaction fails:
/// payments of one agency wait for each other for that moment, and no number is ever missing or given twice.
@ApplicationScoped
class ReceiptRows implements PanacheRepositoryBase<ReceiptRow, UUID> {
    private static final String NEXT = """
            insert into receipt_series (agency, day, last) values (:agency, :day, 1)
            on conflict (agency, day) do update set last = receipt_series.last + 1
            returning last
            """;

    private final Vault vault;
    private final SealedJson sealedJson;

    ReceiptRows(Vault vault, SealedJson sealedJson) {
        this.vault = vault;
        this.sealedJson = sealedJson;
    }

    boolean isThere(UUID request) {
        return count("requestId", request) > 0;
    }

    long nextSerial(String agency, LocalDate day) {
        return ((Number) getEntityManager()
                        .createNativeQuery(NEXT)
                        .setParameter("agency", agency)
                        .setParameter("day", day)
                        .getSingleResult())
                .longValue();
    }

    void add(UUID subject, Receipt receipt) {
        var row = new ReceiptRow();
        row.id = receipt.id();
        row.requestId = receipt.request();
        row.agency = receipt.agency();
        row.day = receipt.day();
        row.serial = receipt.serial();
        row.issuedAt = receipt.issuedAt();
        row.content = sealedJson.seal(subject, receipt);
        persist(row);
    }

    /// The receipt of a request, held: it is signed once.
    Optional<Receipt> lock(UUID request, UUID subject) {
        return find("requestId", request)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(row -> sealedJson.open(subject, row.content, Receipt.class));
    }

    Optional<String> statement(UUID id, UUID subject) {
        return Optional.ofNullable(findById(id).statement)
                .map(kept -> new String(vault.open(subject, kept), StandardCharsets.UTF_8));
    }

    void sign(UUID id, UUID subject, String statement) {
        findById(id).statement = vault.seal(subject, statement.getBytes(StandardCharsets.UTF_8));
    }
}
