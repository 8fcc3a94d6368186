package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.issue.CheckRegister.Checked.Signable;
import hoso.judicialcert.certificate.issue.CheckRegister.Checked.ToOfficer;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.Basis;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.step.ReferRequest;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/// Writes, signs and keeps the certificate of a request. The request is held meanwhile; certificate, status
/// and both facts are one transaction. Whoever dies before its end has issued nothing, and a signature that
/// was not stored never left.
@ApplicationScoped
class IssueCertificate {
    static final List<String> STATUSES = List.of("SIGNING");

    private final CertificateRequests requests;
    private final CheckRegister register;
    private final WriteCertificate writing;
    private final KeepCertificate keeping;
    private final ReferRequest refer;
    private final TakeStep step;
    private final Clock clock;
    private final JudicialCertConfig config;

    IssueCertificate(
            CertificateRequests requests,
            CheckRegister register,
            WriteCertificate writing,
            KeepCertificate keeping,
            ReferRequest refer,
            TakeStep step,
            Clock clock,
            JudicialCertConfig config) {
        this.requests = requests;
        this.register = register;
        this.writing = writing;
        this.keeping = keeping;
        this.refer = refer;
        this.step = step;
        this.clock = clock;
        this.config = config;
    }

    /// Passed over when another worker has it, or it is not to be signed any more.
    @Transactional
    boolean issue(RequestId id) {
        var taken = requests.take(id, STATUSES);
        if (taken.isEmpty() || !(taken.get().status() instanceof Status.Signing signing)) {
            return false;
        }
        issue(taken.get(), signing.basis());
        return true;
    }

    @Transactional
    void putOff(RequestId id) {
        requests.putOff(id, clock.instant().plus(config.work().retry()));
    }

    @Transactional
    List<UUID> waiting() {
        return requests.waiting(STATUSES, 50);
    }

    private void issue(CertificateRequest request, Basis basis) {
        var now = request.moment(clock.instant().truncatedTo(ChronoUnit.MICROS));
        switch (register.check(request, basis, now)) {
            case ToOfficer(var why) -> step.take(refer.refer(request, why, now));
            case Signable signable -> keeping.keep(request, writing.write(request, signable.extract(), now), signable);
        }
    }
}
