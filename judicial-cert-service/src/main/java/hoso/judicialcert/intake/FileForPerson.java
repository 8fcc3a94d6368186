package hoso.judicialcert.intake;

import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.person.Vouched;
import hoso.judicialcert.request.evidence.AttachEvidence;
import hoso.judicialcert.request.evidence.Evidence.Use;
import hoso.judicialcert.request.evidence.Owner;
import hoso.judicialcert.request.filing.SubmitRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Decision.Refused;
import hoso.judicialcert.request.lifecycle.Refusal;
import hoso.judicialcert.request.lifecycle.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Files a dossier of the portal: the same case as from the app, that came another way. The code of the portal names it
/// once.
@ApplicationScoped
class FileForPerson {
    private final PortalFilingRows filings;
    private final CertificateRequests requests;
    private final SubmitRequest submit;
    private final AttachEvidence attach;

    FileForPerson(PortalFilingRows filings, CertificateRequests requests, SubmitRequest submit, AttachEvidence attach) {
        this.filings = filings;
        this.requests = requests;
        this.submit = submit;
        this.attach = attach;
    }

    /// What became of a dossier.
    sealed interface Outcome {
        record Filed(CertificateRequest request) implements Outcome {}

        /// It was filed before, the same.
        record FiledBefore(CertificateRequest request) implements Outcome {}

        /// Another dossier has the code.
        record CodeTaken(RequestId request) implements Outcome {}

        record NotFiled(Refusal refusal) implements Outcome {}
    }

    /// Files it, or finds it filed.
    ///
    /// @param fingerprint the same for the same dossier
    @Transactional
    Outcome file(String organisation, PortalBody.Dossier dossier, Vouched subject, Vouched asker, String fingerprint) {
        if (!filings.claim(organisation, dossier.code(), fingerprint)) {
            var known = filings.find(organisation, dossier.code()).orElseThrow();
            return known.fingerprint().equals(fingerprint)
                    ? new Outcome.FiledBefore(requests.find(known.request()).orElseThrow())
                    : new Outcome.CodeTaken(known.request());
        }
        var requester = Requester.of(asker.citizen(), asker.applicant(), dossier.capacity(), organisation);
        return switch (submit(dossier, requester, subject)) {
            case Refused(var refusal) -> new Outcome.NotFiled(refusal);
            case Became(var request, var _) -> {
                attach(organisation, dossier, request);
                filings.bind(organisation, dossier.code(), request.id());
                yield new Outcome.Filed(request);
            }
        };
    }

    /// The case with this code; empty when this organisation filed none.
    @Transactional
    Optional<CertificateRequest> find(String organisation, String code) {
        return filings.find(organisation, code).flatMap(filed -> requests.find(filed.request(), organisation));
    }

    private Decision submit(PortalBody.Dossier dossier, Requester requester, Vouched subject) {
        return submit.submit(
                subject.citizen(),
                requester,
                subject.applicant().accountLevel(),
                subject.applicant(),
                dossier.application());
    }

    private void attach(String organisation, PortalBody.Dossier dossier, CertificateRequest request) {
        var owner = Owner.organisation(organisation);
        var id = request.id().value();
        var subject = request.subject().value();
        var claim = dossier.application().waiver();
        if (claim != null) {
            attach.attach(owner, id, subject, Use.WAIVER, claim.evidence(), "/form/waiver/evidence");
        }
        attach.attach(owner, id, subject, Use.AUTHORITY, dossier.papers(), "/papers");
    }
}
