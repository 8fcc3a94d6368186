package hoso.judicialcert.officer.certificate;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;

/// Shows officers the recalls that wait for a second one.
@ApplicationScoped
class ReadRecallProposals {
    private final RecallProposalRows proposals;
    private final CertificateRequests requests;
    private final Certificates certificates;
    private final OfficerActions deeds;

    ReadRecallProposals(
            RecallProposalRows proposals,
            CertificateRequests requests,
            Certificates certificates,
            OfficerActions deeds) {
        this.proposals = proposals;
        this.requests = requests;
        this.certificates = certificates;
        this.deeds = deeds;
    }

    /// A recall that waits, with the words of the officer who found it right.
    record Proposed(Certificate certificate, CertificateRequest request, OfficerAction deed) {}

    /// A page, oldest first.
    @Transactional
    Page<Proposed> page(Officer officer, @Nullable Cursor after, int limit) {
        var waiting = proposals.next(officer, after, limit + 1);
        return Page.of(waiting, limit, RecallProposalRows.Waiting::place).map(one -> proposed(one, officer));
    }

    private Proposed proposed(RecallProposalRows.Waiting waiting, Officer officer) {
        var request = requests.ofAgency(waiting.request(), officer.agency()).orElseThrow();
        var certificate = request.status().certificateIfIssued().flatMap(certificates::find);
        var deed = deeds.of(request).stream()
                .filter(one -> one.kind() == OfficerAction.Kind.RECALL_PROPOSED)
                .filter(one -> one.officer().equals(waiting.officer())
                        && one.at().equals(waiting.place().at()))
                .findFirst();
        return new Proposed(certificate.orElseThrow(), request, deed.orElseThrow());
    }
}
