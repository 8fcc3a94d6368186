package hoso.judicialcert.request.step;

import hoso.chassis.problem.Faults;
import hoso.judicialcert.law.NoSuchRule;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Gives a case to the officers of its agency that the system could not check, or could not write the certificate of.
@ApplicationScoped
public class GiveBack {
    private final CertificateRequests requests;
    private final TakeStep step;
    private final Clock clock;

    GiveBack(CertificateRequests requests, TakeStep step, Clock clock) {
        this.requests = requests;
        this.step = step;
        this.clock = clock;
    }

    /// Gives the case back, unless no officer could help.
    ///
    /// @param fault what went wrong; only its kinds and places are kept
    /// @return whether the case is with the officers now
    @Transactional
    public boolean give(RequestId id, Referral why, Throwable fault) {
        // A gap in the law stops every case of its day: an operator mends the law, and the cases go on by themselves.
        if (Faults.has(fault, NoSuchRule.class)) {
            return false;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return requests.lock(id)
                .map(request -> step.take(request.giveBack(why, Faults.trace(fault), now)))
                .filter(Became.class::isInstance)
                .isPresent();
    }
}
