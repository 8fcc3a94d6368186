package hoso.judicialcert.agency;

import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/// Lets an agency in as far as a rule in force lets it, and as often.
@ApplicationScoped
class Gate {
    private final Law law;
    private final QuotaRows quota;

    Gate(Law law, QuotaRows quota) {
        this.law = law;
        this.quota = quota;
    }

    sealed interface Entrance {
        record Granted(AgencyRule.AgencyAccess rule) implements Entrance {}

        record Barred(AgencyRefusal refusal) implements Entrance {}
    }

    /// The rule that lets these grounds see a kind.
    Optional<AgencyRule.AgencyAccess> rule(Grounds grounds, CertificateKind kind, Instant now) {
        return law.agencyAccess(grounds.organisation(), Law.dayOf(now)).stream()
                .filter(rule -> rule.procedure().equals(grounds.procedure()))
                .filter(rule -> rule.legalBasis().equals(grounds.legalBasis()))
                .filter(rule -> rule.covers(kind))
                .findFirst();
    }

    /// Takes one answer of today, in the transaction of the answer.
    @Transactional(TxType.MANDATORY)
    Entrance enter(Grounds grounds, CertificateKind kind, Instant now) {
        var rule = rule(grounds, kind, now);
        if (rule.isEmpty()) {
            return new Entrance.Barred(new AgencyRefusal.NoLegalBasis());
        }
        var day = Law.dayOf(now);
        return quota.take(rule.get(), day)
                ? new Entrance.Granted(rule.get())
                : new Entrance.Barred(new AgencyRefusal.QuotaUsed(
                        day.plusDays(1).atStartOfDay(Law.ZONE).toInstant()));
    }
}
