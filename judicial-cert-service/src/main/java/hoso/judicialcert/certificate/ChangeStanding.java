package hoso.judicialcert.certificate;

import hoso.judicialcert.request.CertificateId;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequests;
import hoso.judicialcert.request.Decision;
import hoso.judicialcert.request.Decision.Became;
import hoso.judicialcert.request.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/// Ends a certificate: recalled, or replaced by a corrected one (Law 28/2009 Art. 50). Case, certificate and facts
/// change
/// in one transaction, under the lock of the case.
@ApplicationScoped
public class ChangeStanding {
    private final CertificateRows certificates;
    private final CertificateRequests requests;
    private final TakeStep step;
    private final Clock clock;

    ChangeStanding(CertificateRows certificates, CertificateRequests requests, TakeStep step, Clock clock) {
        this.certificates = certificates;
        this.requests = requests;
        this.step = step;
        this.clock = clock;
    }

    /// Recalls a certificate. Empty when there is none.
    ///
    /// @param reason a code of `revocations.csv`
    @Transactional
    public Optional<Decision> revoke(CertificateId id, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return change(id, request -> request.revoke(reason, now), new Standing.Revoked(now, reason));
    }

    /// A corrected one was issued. Nothing happens to one that was recalled in the meantime: it counts no more anyway.
    @Transactional(TxType.MANDATORY)
    void supersede(CertificateId id, CertificateId successor, Instant now) {
        var _ = change(id, request -> request.supersede(successor, now), new Standing.Superseded(now, successor));
    }

    private Optional<Decision> change(
            CertificateId id, Function<CertificateRequest, Decision> command, Standing standing) {
        return certificates
                .find(id)
                .flatMap(certificate -> requests.hold(certificate.request()))
                .map(request -> {
                    var decision = step.take(command.apply(request));
                    if (decision instanceof Became) {
                        certificates.change(id, standing);
                    }
                    return decision;
                });
    }
}
