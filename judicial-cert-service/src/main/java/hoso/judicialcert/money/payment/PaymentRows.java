package hoso.judicialcert.money.payment;

import hoso.chassis.vault.SealedJson;
import hoso.chassis.vault.Vault;
import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.fee.Transfer;
import hoso.judicialcert.money.refund.OweRefund;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Transfers in the database.
@ApplicationScoped
class PaymentRows implements Payments, PanacheRepositoryBase<PaymentRow, String> {
    /// Whom the texts of transfers that belong to nobody are sealed for.
    private static final UUID NOBODY = new UUID(0, 0);

    /// No rows that are then managed one by one: a day has tens of thousands.
    private static final String BOOKED =
            "select transactionId as id, amount as amount, requestId as request, toldBy as toldBy from PaymentRow ";

    private static final int AT_ONCE = 5_000;

    private final Vault vault;
    private final SealedJson sealedJson;
    private final CertificateRequests requests;
    private final OweRefund refunds;
    private final Clock clock;

    PaymentRows(Vault vault, SealedJson sealedJson, CertificateRequests requests, OweRefund refunds, Clock clock) {
        this.vault = vault;
        this.sealedJson = sealedJson;
        this.requests = requests;
        this.refunds = refunds;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Booked> booked(List<String> transactions) {
        return IntStream.iterate(0, from -> from < transactions.size(), from -> from + AT_ONCE)
                .mapToObj(from -> transactions.subList(from, Math.min(from + AT_ONCE, transactions.size())))
                .flatMap(part -> getEntityManager()
                        .createQuery(BOOKED + "where transactionId in :part", Tuple.class)
                        .setParameter("part", part)
                        .getResultStream())
                .map(PaymentRows::booked)
                .toList();
    }

    @Override
    @Transactional
    public List<Booked> paidBetween(Instant from, Instant to) {
        return getEntityManager()
                .createQuery(
                        BOOKED + "where paidAt >= :from and paidAt < :to order by paidAt, transactionId", Tuple.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultStream()
                .map(PaymentRows::booked)
                .toList();
    }

    private static Booked booked(Tuple row) {
        return new Booked(
                row.get("id", String.class),
                row.get("amount", Long.class),
                row.get("request", UUID.class) != null,
                Told.valueOf(row.get("toldBy", String.class)));
    }

    /// What came in for a request.
    List<Transfer> of(RequestId request) {
        return list("requestId", request.value()).stream()
                .map(row -> new Transfer(row.transactionId, row.amount, "", row.paidAt))
                .toList();
    }

    /// How much came in for each of these requests, in đồng; those for which nothing came are not there.
    Map<UUID, Long> received(Collection<UUID> requests) {
        if (requests.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "select requestId as request, sum(amount) as amount from PaymentRow where requestId in :requests"
                                + " group by requestId",
                        Tuple.class)
                .setParameter("requests", requests)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get("request", UUID.class), row -> row.get("amount", Long.class)));
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

    /// A transfer that was told for no request is needed for one now. False when it is on its way back already.
    boolean callOff(Transfer transfer) {
        var isStray = findByIdOptional(transfer.id())
                .filter(row -> row.requestId == null)
                .isPresent();
        return !isStray || refunds.callOff(transfer.id());
    }

    /// The bank tells, later than of the transfer itself, where it came from: kept although nothing may be owed back
    /// yet.
    void direct(Transfer transfer) {
        var payer = transfer.payer();
        var row = findById(transfer.id());
        if (payer == null || row == null) {
            return;
        }
        // Only this column, and only at the row itself: the request it belongs to need not be the one that is held.
        update(
                "payer = ?1 where transactionId = ?2 and payer is null",
                sealed(sealedFor(row), payer),
                row.transactionId);
        refunds.direct(row.transactionId, payer);
    }

    void add(CertificateRequest request, Transfer transfer, Told toldBy, String outcome, long surplus) {
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
        // The correction need not name the payer again.
        var payer = transfer.payer() == null ? opened(NOBODY, kept.payer) : transfer.payer();
        kept.payer = sealed(request.subject().value(), payer);
        if (isNew) {
            kept.toldBy = toldBy.name();
            persistAndFlush(kept);
        }
        refunds.owe(kept.transactionId, kept.requestId, request.subject().value(), kept.surplus, payer);
    }

    /// Money that names no request: all of it is owed back.
    void addStray(Transfer transfer, Told toldBy) {
        if (findByIdOptional(transfer.id()).isPresent()) {
            direct(transfer);
            return;
        }
        var row = new PaymentRow();
        row.transactionId = transfer.id();
        row.amount = transfer.amount();
        row.surplus = transfer.amount();
        row.outcome = "NO_REQUEST";
        row.content = seal(NOBODY, transfer);
        row.payer = sealed(NOBODY, transfer.payer());
        row.paidAt = transfer.paidAt();
        row.toldAt = clock.instant();
        row.toldBy = toldBy.name();
        persistAndFlush(row);
        refunds.owe(row.transactionId, null, NOBODY, row.surplus, transfer.payer());
    }

    /// What came in for a request and is not owed back, in đồng.
    long kept(RequestId request) {
        return list("requestId", request.value()).stream()
                .mapToLong(row -> row.amount - row.surplus)
                .sum();
    }

    /// The same, with the transfers held until the transaction ends.
    long lockKept(RequestId request) {
        return held(request).stream().mapToLong(row -> row.amount - row.surplus).sum();
    }

    /// What came in for a request and is owed back, in đồng.
    long owedBack(RequestId request) {
        return list("requestId", request.value()).stream()
                .mapToLong(row -> row.surplus)
                .sum();
    }

    /// What came in before it was decided how much is due now counts towards the fee, or is more than it.
    ///
    /// @param surplus owed back: of the latest transfers first
    void settle(CertificateRequest request, String outcome, long surplus) {
        var left = surplus;
        for (var row : list(
                "requestId = ?1 and outcome = 'EARLY' order by toldAt desc, transactionId",
                request.id().value())) {
            row.outcome = outcome;
            row.surplus = Math.min(left, row.amount);
            left -= row.surplus;
            owe(request, row);
        }
    }

    /// All that came in for a request is owed back.
    void oweBack(CertificateRequest request) {
        for (var row : held(request.id())) {
            row.surplus = row.amount;
            row.outcome = "NOT_OWED";
            owe(request, row);
        }
    }

    /// Held, so that the bank does not name a payer past what is owed back now.
    private List<PaymentRow> held(RequestId request) {
        return find("requestId", request.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    private UUID sealedFor(PaymentRow row) {
        return row.requestId == null
                ? NOBODY
                : requests.subjectOf(new RequestId(row.requestId)).value();
    }

    private void owe(CertificateRequest request, PaymentRow row) {
        var subject = request.subject().value();
        refunds.owe(row.transactionId, row.requestId, subject, row.surplus, opened(subject, row.payer));
    }

    private byte @Nullable [] sealed(UUID subject, @Nullable Payer payer) {
        return payer == null ? null : sealedJson.seal(subject, payer);
    }

    private @Nullable Payer opened(UUID subject, byte @Nullable [] sealed) {
        return sealed == null ? null : sealedJson.open(subject, sealed, Payer.class);
    }

    private byte[] seal(UUID subject, Transfer transfer) {
        return vault.seal(subject, transfer.content().getBytes(StandardCharsets.UTF_8));
    }
}
