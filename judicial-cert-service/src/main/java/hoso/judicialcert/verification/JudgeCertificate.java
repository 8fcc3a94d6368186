package hoso.judicialcert.verification;

import hoso.judicialcert.certificate.Certificate;
import hoso.judicialcert.examination.Doubt;
import hoso.judicialcert.examination.Result;
import hoso.judicialcert.log.IssuanceLog;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;

/// Tells of what was issued whether it counts. A row in the register that the issuance log does not know was put there
/// behind the service's back.
@ApplicationScoped
class JudgeCertificate {
    private final IssuanceLog log;
    private final Clock clock;

    JudgeCertificate(IssuanceLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    Verdict judge(Certificate certificate, Terms terms) {
        return log.knows(certificate.digest())
                ? Verdict.of(certificate, terms, clock.instant())
                : new Verdict.Doubted(Result.NOT_IN_LOG, EnumSet.of(Doubt.NOT_IN_LOG));
    }
}
