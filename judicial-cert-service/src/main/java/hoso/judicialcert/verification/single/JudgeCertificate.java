package hoso.judicialcert.verification.single;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.log.Entered;
import hoso.judicialcert.certificate.log.IssuanceLog;
import hoso.judicialcert.proof.statement.Doubt;
import hoso.judicialcert.proof.statement.Result;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;

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

    Verdict judge(Certificate certificate, AcceptedAge terms) {
        return judge(certificate, log.find(certificate.digest()), terms);
    }

    Verdict judge(IssuedRegister.Registered registered, AcceptedAge terms) {
        return judge(registered.certificate(), log.find(registered.issuing()), terms);
    }

    private Verdict judge(Certificate certificate, Entered entered, AcceptedAge terms) {
        return switch (entered) {
            case Entered.Never _ -> new Verdict.Doubted(Result.NOT_IN_LOG, EnumSet.of(Doubt.NOT_IN_LOG));
            case Entered.Lately _ -> known(new Issued(certificate, Optional.empty()), terms);
            case Entered.Proven(var proof) -> known(new Issued(certificate, Optional.of(proof)), terms);
        };
    }

    private Verdict known(Issued issued, AcceptedAge terms) {
        return Verdict.of(issued, terms, clock.instant());
    }
}
