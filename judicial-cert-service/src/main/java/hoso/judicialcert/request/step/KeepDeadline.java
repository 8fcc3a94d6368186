package hoso.judicialcert.request.step;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.law.Deadline;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.ReceivedFees;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.FeeDue;
import hoso.judicialcert.request.lifecycle.Status.StopReason;
import hoso.judicialcert.request.lifecycle.Status.SupplementRequested;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Looks at a case whose limit has passed: unpaid, or not supplemented, it is stopped; where the agency is late, it
/// apologises once and names a new date.
@ApplicationScoped
class KeepDeadline {
    private final CertificateRequestRows requests;
    private final ReceivedFees fees;
    private final TakeStep step;
    private final Law law;
    private final Clock clock;
    private final JudicialCertConfig config;

    KeepDeadline(
            CertificateRequestRows requests,
            ReceivedFees fees,
            TakeStep step,
            Law law,
            Clock clock,
            JudicialCertConfig config) {
        this.requests = requests;
        this.fees = fees;
        this.step = step;
        this.law = law;
        this.clock = clock;
        this.config = config;
    }

    /// Passed over when another worker has it, or something happened in the meantime.
    @Transactional
    boolean keep(RequestId id) {
        var taken = requests.takeAtItsLimit(id);
        taken.ifPresent(request -> keep(request, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return taken.isPresent();
    }

    @Transactional
    void putOff(RequestId id) {
        requests.putOff(id, clock.instant().plus(config.work().retry()));
    }

    @Transactional
    List<UUID> waiting() {
        return requests.atTheirLimit(50);
    }

    /// The same limit once more: what is urgent is not put off like what is not.
    private Deadline newly(CertificateRequest request, Instant now) {
        return law.due(now, request.terms().limit(), Law.dayOf(request.receivedAt()));
    }

    private void keep(CertificateRequest request, Instant now) {
        var decision = step.take(
                switch (request.status()) {
                    case FeeDue _ -> request.stop(StopReason.FEE_NOT_PAID, now);
                    case SupplementRequested _ -> request.stop(StopReason.SUPPLEMENT_NOT_GIVEN, now);
                    case Status _ -> request.missDeadline(newly(request, now), now);
                });
        if (decision instanceof Became && request.awaitsFee()) {
            fees.oweBack(request);
        }
    }
}
