package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.certificate.log.Act;
import hoso.judicialcert.certificate.log.IssuanceLog;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/// Ends a certificate: recalled, or replaced by a corrected one (Law 28/2009 Art. 50). Case, certificate and facts
/// change in one transaction, under the lock of the case.
@ApplicationScoped
public class ChangeStanding {
    private final CertificateRows certificates;
    private final CertificateRequests requests;
    private final TakeStep step;
    private final IssuanceLog log;
    private final Clock clock;

    ChangeStanding(
            CertificateRows certificates, CertificateRequests requests, TakeStep step, IssuanceLog log, Clock clock) {
        this.certificates = certificates;
        this.requests = requests;
        this.step = step;
        this.log = log;
        this.clock = clock;
    }

    /// Recalls a certificate. Empty when there is none.
    ///
    /// @param reason a code of `revocations.csv`
    @Transactional
    public Optional<Decision> revoke(CertificateId id, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return change(id, request -> request.certificateSteps().revoke(reason, now), new Standing.Revoked(now, reason));
    }

    /// A corrected one was issued. Nothing happens to one that was recalled in the meantime: it counts no more anyway.
    @Transactional(TxType.MANDATORY)
    void supersede(CertificateId id, CertificateId successor, Instant now) {
        var _ = change(
                id,
                request -> request.certificateSteps().supersede(successor, now),
                new Standing.Superseded(now, successor));
    }

    private Optional<Decision> change(
            CertificateId id, Function<CertificateRequest, Decision> command, Standing standing) {
        return certificates.find(id).map(certificate -> change(certificate, command, standing));
    }

    private Decision change(
            Certificate certificate, Function<CertificateRequest, Decision> command, Standing standing) {
        var request = requests.lock(certificate.request()).orElseThrow();
        var decision = step.take(command.apply(request));
        if (decision instanceof Became) {
            certificates.change(certificate.id(), standing);
            log.enter(certificate.id().value(), act(standing), certificate.digest(), standing.since());
        }
        return decision;
    }

    private static Act act(Standing standing) {
        return switch (standing) {
            case Standing.Valid _ -> Act.ISSUED;
            case Standing.Superseded _ -> Act.SUPERSEDED;
            case Standing.Revoked _ -> Act.REVOKED;
        };
    }
}
