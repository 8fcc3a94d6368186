package hoso.judicialcert.request.filing;

import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.Vouched;
import hoso.judicialcert.request.evidence.AttachEvidence;
import hoso.judicialcert.request.evidence.Evidence;
import hoso.judicialcert.request.evidence.Owner;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Requester;
import jakarta.inject.Singleton;

/// Submits a request together with the evidence that belongs to it: both are there, or neither.
@Singleton
class FileRequest {
    private final SubmitRequest submit;
    private final AttachEvidence attach;

    FileRequest(SubmitRequest submit, AttachEvidence attach) {
        this.submit = submit;
        this.attach = attach;
    }

    /// Files a request in the caller's transaction.
    ///
    /// @param citizen who asks, with the level of their account
    Decision file(CitizenId citizen, Requester requester, int accountLevel, Vouched subject, Application application) {
        var decision = submit.submit(subject.citizen(), requester, accountLevel, subject.applicant(), application);
        if (decision instanceof Became(var request, var _)) {
            attach(request, citizen);
        }
        return decision;
    }

    /// The files that show why less should be paid become part of the case in the same transaction, or there is none.
    private void attach(CertificateRequest request, CitizenId citizen) {
        var claim = request.application().waiver();
        if (claim != null) {
            attach.attach(
                    Owner.citizen(citizen.value()),
                    request.id().value(),
                    request.subject().value(),
                    Evidence.Use.WAIVER,
                    claim.evidence(),
                    "/waiver/evidence");
        }
    }
}
