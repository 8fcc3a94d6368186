package hoso.judicialcert.money.refund;

import hoso.chassis.id.Ids;
import hoso.chassis.page.Cursor;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.fee.Payer;
import hoso.judicialcert.money.refund.Refund.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Refunds in the database: one per transfer, or several where a part was owed back first and the rest later.
@ApplicationScoped
class RefundRows implements PanacheRepositoryBase<RefundRow, UUID> {
    private static final String OF_AGENCY = """
            (requestId in (select r.id from CertificateRequestRow r where r.agency = ?1)
             or (?2 = true and requestId is null))""";
    private static final String TAKE = "select id from refund where id = :id for update skip locked";

    private final SealedJson sealed;
    private final Ids ids;
    private final Clock clock;

    RefundRows(SealedJson sealed, Ids ids, Clock clock) {
        this.sealed = sealed;
        this.ids = ids;
        this.clock = clock;
    }

    /// A refund with the place it has in the list of all.
    record Listed(Refund refund, @Nullable UUID request, Instant owedAt) {}

    List<Refund> lock(String transaction) {
        return find("transactionId = ?1 order by part", transaction)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .stream()
                .map(this::refund)
                .toList();
    }

    void add(
            String transaction,
            int part,
            @Nullable UUID request,
            UUID sealedFor,
            long amount,
            @Nullable Payer target,
            Instant from) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = new RefundRow();
        row.id = ids.next();
        row.transactionId = transaction;
        row.part = part;
        row.requestId = request;
        row.sealedFor = sealedFor;
        row.amount = amount;
        row.target = target == null ? null : sealed.seal(sealedFor, target);
        row.owedAt = now;
        write(row, new State.Owed(now, from));
        persist(row);
    }

    /// The bank has told where the money came from.
    void direct(UUID id, Payer target) {
        var row = findById(id);
        row.target = sealed.seal(row.sealedFor, target);
    }

    void drop(UUID id) {
        deleteById(id);
    }

    void save(Refund refund) {
        var row = findById(refund.id());
        row.attempts = refund.attempts();
        write(row, refund.state());
    }

    List<UUID> waiting(Instant now, int limit) {
        return find("nextAt <= ?1 and (target is not null or status <> 'OWED') order by nextAt, id", now)
                .page(0, limit)
                .list()
                .stream()
                .map(row -> row.id)
                .toList();
    }

    /// One for a worker, held; empty when another has it.
    Optional<Refund> take(UUID id) {
        List<?> taken = getEntityManager()
                .createNativeQuery(TAKE)
                .setParameter("id", id)
                .getResultList();
        return taken.isEmpty() ? Optional.empty() : findByIdOptional(id).map(this::refund);
    }

    /// Those of an agency's requests, newest first.
    ///
    /// @param withStrays also money that came for no request
    List<Listed> list(String agency, boolean withStrays, @Nullable Cursor after, int limit) {
        var found = after == null
                ? find(OF_AGENCY + " order by owedAt desc, id desc", agency, withStrays)
                : find(
                        OF_AGENCY + " and (owedAt < ?3 or (owedAt = ?3 and id < ?4)) order by owedAt desc, id desc",
                        agency,
                        withStrays,
                        after.at(),
                        after.id());
        return found.page(0, limit).list().stream()
                .map(row -> new Listed(refund(row), row.requestId, row.owedAt))
                .toList();
    }

    private static void write(RefundRow row, State state) {
        row.since = state.since();
        switch (state) {
            case State.Owed(var _, var from) -> set(row, "OWED", from, null);
            case State.Ordered(var _, var until) -> set(row, "ORDERED", until, null);
            case State.Unknown(var _, var from) -> set(row, "UNKNOWN", from, null);
            case State.Done(var _, var transaction) -> set(row, "DONE", null, transaction);
            case State.Failed(var _, var reason) -> set(row, "FAILED", null, reason);
        }
    }

    private static void set(RefundRow row, String status, @Nullable Instant next, @Nullable String outcome) {
        row.status = status;
        row.nextAt = next;
        row.outcome = outcome;
    }

    private Refund refund(RefundRow row) {
        return new Refund(
                row.id,
                row.transactionId,
                row.amount,
                row.target == null ? null : sealed.open(row.sealedFor, row.target, Payer.class),
                state(row),
                row.attempts);
    }

    private static State state(RefundRow row) {
        return switch (row.status) {
            case "OWED" -> new State.Owed(row.since, there(row.nextAt));
            case "ORDERED" -> new State.Ordered(row.since, there(row.nextAt));
            case "UNKNOWN" -> new State.Unknown(row.since, there(row.nextAt));
            case "DONE" -> new State.Done(row.since, there(row.outcome));
            case "FAILED" -> new State.Failed(row.since, there(row.outcome));
            default -> throw new IllegalStateException("unknown status " + row.status);
        };
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
