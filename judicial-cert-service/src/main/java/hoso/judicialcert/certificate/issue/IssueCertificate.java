package hoso.judicialcert.certificate.issue;

import hoso.chassis.hash.Sha256;
import hoso.chassis.id.Ids;
import hoso.judicialcert.JudicialCertConfig;
import hoso.judicialcert.certificate.log.Act;
import hoso.judicialcert.certificate.log.IssuanceLog;
import hoso.judicialcert.certificate.pdf.CertificateDocument;
import hoso.judicialcert.certificate.pdf.Content;
import hoso.judicialcert.certificate.pdf.VerificationCode;
import hoso.judicialcert.certificate.pdf.Wording;
import hoso.judicialcert.certificate.signing.PadesSigning;
import hoso.judicialcert.certificate.signing.Signatory;
import hoso.judicialcert.law.CertificateRule;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.LawFiles;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.register.matching.Extract;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Register;
import hoso.judicialcert.request.lifecycle.Basis;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Status;
import hoso.judicialcert.request.lifecycle.Status.Referral;
import hoso.judicialcert.request.step.ReferRequest;
import hoso.judicialcert.request.step.TakeStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Writes, signs and keeps the certificate of a request. The request is held meanwhile; certificate, status
/// and both facts are one transaction. Whoever dies before its end has issued nothing, and a signature that
/// was not stored never left.
@ApplicationScoped
class IssueCertificate {
    static final List<String> STATUSES = List.of("SIGNING");
    private static final int CODE_BYTES = 10;

    private final CertificateRequests requests;
    private final CertificateRows certificates;
    private final AttestationRows attestations;
    private final RegisterFingerprintRows marks;
    private final Register register;
    private final ReferRequest refer;
    private final ChangeStanding standing;
    private final TakeStep step;
    private final Law law;
    private final LawFiles lawFiles;
    private final Ids ids;
    private final Clock clock;
    private final JudicialCertConfig config;
    private final PadesSigning signing;
    private final IssuanceLog log;
    private final CpuTimer effort;
    private final SignQr seal;
    private final CertificateDocument writer = new CertificateDocument();
    private final Map<String, Wording> wordings = new ConcurrentHashMap<>();

    IssueCertificate(
            CertificateRequests requests,
            CertificateRows certificates,
            AttestationRows attestations,
            RegisterFingerprintRows marks,
            Register register,
            ReferRequest refer,
            ChangeStanding standing,
            TakeStep step,
            Law law,
            LawFiles lawFiles,
            Ids ids,
            Clock clock,
            JudicialCertConfig config,
            PadesSigning signing,
            SignQr seal,
            IssuanceLog log,
            CpuTimer effort) {
        this.requests = requests;
        this.certificates = certificates;
        this.attestations = attestations;
        this.marks = marks;
        this.register = register;
        this.refer = refer;
        this.standing = standing;
        this.step = step;
        this.law = law;
        this.lawFiles = lawFiles;
        this.ids = ids;
        this.clock = clock;
        this.config = config;
        this.signing = signing;
        this.log = log;
        this.effort = effort;
        this.seal = seal;
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
        // What a certificate says is true on the day it is issued, so the register is asked again.
        var question = request.question(Law.dayOf(now));
        var finding = register.lock(question);
        var referral = mustBeReferred(basis, finding);
        if (referral.isPresent()) {
            step.take(refer.refer(request, referral.get(), now));
            return;
        }
        var code = VerificationCode.of(Base64.getUrlDecoder().decode(ids.secret(CODE_BYTES)));
        var rule = law.template(request.application().kind(), Law.dayOf(request.receivedAt()));
        var extract = register.extract(question, attributed(basis));
        var key = signing.key();
        var index = certificates.nextStatusIndex();
        var content = effort.of(() -> content(request, extract, code, index, key, now));
        var document = effort.of(() -> signing.sign(
                key, writer.draft(wording(rule), content), content.agency().place(), now));
        var certificate = new Certificate(
                new CertificateId(ids.next()),
                request.id(),
                request.subject(),
                content.number(),
                request.application().kind(),
                request.terms().agency(),
                rule.rule(),
                now,
                Sha256.hex(document),
                document.length,
                new Standing.Valid(now),
                index);
        certificates.add(
                certificate, request.requester().citizen(), request.isWithheld(), code, fields(request), document);
        attestations.keep(certificate, Attestation.of(certificate.kind(), content));
        marks.keep(certificate.id(), finding, extract);
        log.enter(certificate.id().value(), Act.ISSUED, certificate.digest(), now);
        step.take(request.issue(certificate.id(), certificate.digest(), now));
        if (request.application().corrects() != null) {
            standing.supersede(request.application().corrects(), certificate.id(), now);
        }
    }

    private Content content(
            CertificateRequest request,
            Extract extract,
            VerificationCode code,
            long index,
            Signatory key,
            Instant now) {
        var agency = law.agencyByRule(request.terms().agencyRule());
        var year = Law.dayOf(now).getYear();
        var number = certificates.nextNumber(agency.code(), year) + "/" + year + "/" + agency.symbol();
        return new Content(
                number,
                agency,
                request.applicant(),
                request.dossierCode(),
                extract,
                code,
                seal.of(request, number, index, extract.convictions().size(), code, key, now),
                config.publicUrl(),
                PadesSigning.signer(key),
                now);
    }

    private Wording wording(CertificateRule.Template rule) {
        return wordings.computeIfAbsent(rule.file(), file -> Wording.read(lawFiles.open(file)));
    }

    private static HolderFields fields(CertificateRequest request) {
        var applicant = request.applicant();
        return new HolderFields(
                request.dossierCode().value(),
                applicant.fullName(),
                applicant.birthDate(),
                applicant.sex(),
                applicant.personalNumber());
    }

    /// Without an officer, only a clean register lets a certificate be signed; with one, only what the officer has
    /// seen, as it was then.
    private Optional<Referral> mustBeReferred(Basis basis, Finding finding) {
        var seen = switch (basis) {
            case Basis.CleanRegister() -> List.<String>of();
            case Basis.OfficerDecision decision -> decision.seen();
        };
        if (seen.containsAll(register.versions(finding))) {
            return Optional.empty();
        }
        return switch (finding) {
            case Finding.Clean() -> Optional.empty();
            case Finding.OnRecord _ -> Optional.of(Referral.ON_RECORD);
            case Finding.Uncertain _ -> Optional.of(Referral.UNCERTAIN);
        };
    }

    /// What is certainly the person's always counts; of the candidates, those an officer said are theirs.
    private static List<UUID> attributed(Basis basis) {
        return switch (basis) {
            case Basis.CleanRegister() -> List.of();
            case Basis.OfficerDecision decision -> decision.judgments();
        };
    }
}
