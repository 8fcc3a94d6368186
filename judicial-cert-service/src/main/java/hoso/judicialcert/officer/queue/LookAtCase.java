package hoso.judicialcert.officer.queue;

import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Party;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;

/// Whatever an officer reads of a case: of their agency only, never of their own, and each time with an entry in the
/// journal of the one it is about.
@ApplicationScoped
public class LookAtCase {
    private final CertificateRequests requests;
    private final AccessJournal journal;

    LookAtCase(CertificateRequests requests, AccessJournal journal) {
        this.requests = requests;
        this.journal = journal;
    }

    /// A case the officer may look at. Empty when the agency has no such case, or it is the officer's own.
    @Transactional(TxType.MANDATORY)
    public Optional<CertificateRequest> find(RequestId id, Officer officer) {
        return requests.ofAgency(id, officer.agency()).filter(request -> !request.isOwn(officer.id()));
    }

    /// Writes down that it was looked at, in the transaction of the look.
    @Transactional(TxType.MANDATORY)
    public void note(CertificateRequest request, Officer officer) {
        journal.note(
                new Access(
                        new Subject.Citizen(request.subject()),
                        Access.Kind.OFFICER_CASE,
                        Party.officer(request.terms().agency(), officer.id().toString()),
                        null,
                        request.dossierCode().value(),
                        request.terms().procedureRule(),
                        Access.View.CASE,
                        Access.Outcome.SHOWN,
                        request.status().name()),
                request.isWithheld());
    }
}
