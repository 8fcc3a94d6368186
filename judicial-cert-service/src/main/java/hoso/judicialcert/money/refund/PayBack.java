package hoso.judicialcert.money.refund;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.money.refund.Refund.Answer;
import hoso.judicialcert.money.refund.Refund.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/// Pays back. The order is written down before the bank is spoken to, and the bank is spoken to outside any
/// transaction: who dies in between leaves an order of which the bank is then asked, by its key.
@ApplicationScoped
class PayBack {
    private static final Logger LOG = Logger.getLogger(PayBack.class);
    private final RefundRows refunds;
    private final RefundBank bank;
    private final Clock clock;
    private final JudicialCertConfig.Refund config;

    PayBack(RefundRows refunds, RefundBank bank, Clock clock, JudicialCertConfig config) {
        this.refunds = refunds;
        this.bank = bank;
        this.clock = clock;
        this.config = config.refund();
    }

    record Taken(Refund refund, Step step) {}

    @Transactional
    List<UUID> waiting() {
        return refunds.waiting(clock.instant(), 50);
    }

    /// False when another worker has it, or there is nothing to do.
    boolean pay(UUID id) {
        return take(id).map(taken -> {
                    var answer = ask(taken);
                    LOG.infof(
                            "refund=%s %s answer=%s",
                            id, taken.step(), answer.getClass().getSimpleName());
                    return hear(id, taken.step(), answer);
                })
                .orElse(false);
    }

    @Transactional
    Optional<Taken> take(UUID id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return refunds.take(id)
                .flatMap(refund -> refund.due(now).map(step -> {
                    var taken = refund.taken(now, config.lease());
                    refunds.save(taken);
                    return new Taken(taken, step);
                }));
    }

    @Transactional
    boolean hear(UUID id, Step step, Answer answer) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var changed = refunds.take(id).flatMap(refund -> refund.heard(step, answer, now, config.pause()));
        changed.ifPresent(refunds::save);
        return changed.isPresent();
    }

    private Answer ask(Taken taken) {
        var refund = taken.refund();
        return switch (taken.step()) {
            case ORDER ->
                bank.order(refund.id(), refund.amount(), Objects.requireNonNull(refund.target()), refund.transaction());
            case ASK -> bank.ask(refund.id());
        };
    }
}
