package hoso.judicialcert.money.receipt;

import hoso.chassis.id.Ids;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.money.payment.FeeReceived;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/// Makes the receipt in the transaction in which the fee comes in: there is never one without the other.
@ApplicationScoped
class IssueReceipt {
    private final ReceiptRows receipts;
    private final Law law;
    private final Ids ids;

    IssueReceipt(ReceiptRows receipts, Law law, Ids ids) {
        this.receipts = receipts;
        this.law = law;
        this.ids = ids;
    }

    @Transactional(TxType.MANDATORY)
    void on(@Observes FeeReceived received) {
        var request = received.request();
        if (receipts.isThere(request.id().value())) {
            return;
        }
        var terms = request.terms();
        var day = Law.dayOf(received.at());
        var agency = law.agencyByRule(terms.agencyRule());
        receipts.add(
                request.subject().value(),
                new Receipt(
                        ids.next(),
                        request.id().value(),
                        terms.agency(),
                        agency.name(),
                        day,
                        receipts.nextSerial(terms.agency(), day),
                        received.at(),
                        request.dossierCode().value(),
                        terms.paymentReference().value(),
                        request.applicant().fullName(),
                        law.kind(request.application().kind(), Law.dayOf(request.receivedAt()))
                                .name(),
                        terms.fee().amount(),
                        terms.fee().rule()));
    }
}
