package hoso.judicialcert.intake;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.journal.Access;
import hoso.judicialcert.journal.AccessJournal;
import hoso.judicialcert.journal.Party;
import hoso.judicialcert.journal.Subject;
import hoso.judicialcert.law.Capacity;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.person.RequestId;
import hoso.judicialcert.person.Vouched;
import hoso.judicialcert.request.filing.SubmitRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Requester;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/// Takes in what an agency asks about a person, and hands the certificate to that agency.
@ApplicationScoped
class AskAsAgency {
    private final SubmitRequest submit;
    private final AgencyFilingRows filings;
    private final CertificateRequests requests;
    private final Certificates certificates;
    private final AccessJournal journal;
    private final Law law;
    private final Clock clock;

    AskAsAgency(
            SubmitRequest submit,
            AgencyFilingRows filings,
            CertificateRequests requests,
            Certificates certificates,
            AccessJournal journal,
            Law law,
            Clock clock) {
        this.submit = submit;
        this.filings = filings;
        this.requests = requests;
        this.certificates = certificates;
        this.journal = journal;
        this.law = law;
        this.clock = clock;
    }

    /// In what capacity it asks today; empty when it may not.
    Optional<Capacity> capacity(String organisation) {
        return law.capacity(organisation, Law.dayOf(clock.instant()));
    }

    @Transactional
    Decision ask(String organisation, Capacity capacity, Vouched subject, AgencyBody.Question question) {
        var decision = submit.submit(
                subject.citizen(),
                Requester.agency(organisation, capacity),
                subject.applicant().accountLevel(),
                subject.applicant(),
                question.application());
        if (decision instanceof Decision.Became(var request, var _)) {
            filings.add(request, organisation, question.ground());
        }
        return decision;
    }

    /// Empty when this agency asked for no such thing. What it filed for somebody else is not what it asked.
    @Transactional
    Optional<CertificateRequest> find(RequestId id, String organisation) {
        return requests.find(id, organisation)
                .filter(request -> request.requester().citizen() == null);
    }

    /// What came of handing a certificate out.
    sealed interface Handing {
        record Document(byte[] bytes) implements Handing {}

        /// It was recalled or replaced.
        record CountsNoMore(Standing standing) implements Handing {}
    }

    /// The certificate, as long as it counts; that it was read, or not handed out, is in the journal. Empty when there
    /// is none, or not yet.
    ///
    /// @param client the machine that asks for the agency
    @Transactional
    Optional<Handing> document(RequestId id, String organisation, String client) {
        return find(id, organisation)
                .flatMap(request -> request.status()
                        .certificateIfIssued()
                        .flatMap(certificates::find)
                        .map(certificate -> document(request, certificate, organisation, client)));
    }

    private Handing document(CertificateRequest request, Certificate certificate, String organisation, String client) {
        var standing = certificate.standing();
        var counts = standing instanceof Standing.Valid;
        var ground = filings.of(request);
        journal.note(
                new Access(
                        new Subject.Citizen(request.subject()),
                        Access.Kind.AGENCY_CERTIFICATE,
                        Party.agency(organisation, client, ground.officerId()),
                        certificate.id(),
                        request.application().purpose(),
                        ground.procedure() + " · " + ground.legalBasis(),
                        Access.View.DOCUMENT,
                        counts ? Access.Outcome.SHOWN : Access.Outcome.REFUSED,
                        counts ? request.terms().procedureRule() : standing.name()),
                request.isWithheld());
        return counts ? new Handing.Document(certificates.document(certificate)) : new Handing.CountsNoMore(standing);
    }
}
