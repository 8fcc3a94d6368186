package hoso.judicialcert.money.reconciliation;

import hoso.judicialcert.fee.Transfer;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.money.payment.Payments;
import hoso.judicialcert.money.payment.Payments.Booked;
import hoso.judicialcert.money.payment.Payments.Told;
import hoso.judicialcert.money.payment.TakePayment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Goes through a file of the bank. Each transfer is booked in a transaction of its own, and once: a run that ends
/// half-way is finished by sending the file again.
@ApplicationScoped
class ReconcileDay {
    private final TakePayment take;
    private final Payments payments;
    private final ReconciliationRows reconciliations;
    private final Law law;
    private final Clock clock;

    ReconcileDay(TakePayment take, Payments payments, ReconciliationRows reconciliations, Law law, Clock clock) {
        this.take = take;
        this.payments = payments;
        this.reconciliations = reconciliations;
        this.law = law;
        this.clock = clock;
    }

    Report reconcile(DayFile file) {
        file.transfers().forEach(transfer -> take.take(transfer, Told.RECONCILIATION));
        return compare(file);
    }

    @Transactional
    Report compare(DayFile file) {
        var lines = BookComparison.of(file.transfers(), books(file));
        return reconciliations.replace(file, lines, clock.instant());
    }

    /// What of a day concerns requests of an agency; what concerns none, for the national one.
    @Transactional
    Optional<Report> read(LocalDate day, String agency) {
        var isNational = law.isNational(agency, Law.dayOf(clock.instant()));
        return reconciliations.report(day, agency, isNational);
    }

    private List<Booked> books(DayFile file) {
        var from = file.day().atStartOfDay(Law.ZONE).toInstant();
        var to = file.day().plusDays(1).atStartOfDay(Law.ZONE).toInstant();
        return Stream.concat(
                        payments
                                .booked(file.transfers().stream()
                                        .map(Transfer::id)
                                        .toList())
                                .stream(),
                        payments.paidBetween(from, to).stream())
                .toList();
    }
}
