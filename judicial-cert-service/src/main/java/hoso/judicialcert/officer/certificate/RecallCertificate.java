package hoso.judicialcert.officer.certificate;

import hoso.judicialcert.certificate.issue.Certificate;
import hoso.judicialcert.certificate.issue.Certificates;
import hoso.judicialcert.certificate.issue.ChangeStanding;
import hoso.judicialcert.certificate.issue.RequestCorrection;
import hoso.judicialcert.certificate.issue.Standing;
import hoso.judicialcert.officer.queue.Officer;
import hoso.judicialcert.officer.queue.OfficerAction;
import hoso.judicialcert.officer.queue.OfficerActions;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.DossierCode;
import hoso.judicialcert.request.lifecycle.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Recalls certificates of the officer's agency, or orders that they be corrected (Law 28/2009 Art. 50). The public
/// sees a code; why in full stands with the case, sealed.
@ApplicationScoped
class RecallCertificate {
    private final Certificates certificates;
    private final CertificateRequests requests;
    private final ChangeStanding standing;
    private final RequestCorrection correction;
    private final OfficerActions deeds;
    private final Clock clock;

    RecallCertificate(
            Certificates certificates,
            CertificateRequests requests,
            ChangeStanding standing,
            RequestCorrection correction,
            OfficerActions deeds,
            Clock clock) {
        this.certificates = certificates;
        this.requests = requests;
        this.standing = standing;
        this.correction = correction;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// A certificate with the case it came of.
    record Found(Certificate certificate, CertificateRequest request) {}

    /// What became of the wish to recall.
    sealed interface Recall {
        record Done(CertificateRequest request) implements Recall {}

        /// Another officer of the agency has to find so, too.
        record Proposed() implements Recall {}

        record Refused(Refusal refusal) implements Recall {}
    }

    /// What became of an order to correct.
    sealed interface Order {
        record Given(RequestCorrection.Outcome outcome) implements Order {}

        record Refused(Refusal refusal) implements Order {}
    }

    /// By the number on it or the code of its dossier. Empty when the agency issued none.
    @Transactional
    Optional<Found> find(String number, Officer officer) {
        return certificates.withNumber(number).stream()
                .filter(certificate -> certificate.agency().equals(officer.agency()))
                .findFirst()
                .or(() -> requests.ofAgency(new DossierCode(number), officer.agency())
                        .flatMap(request -> request.status().certificateIfIssued())
                        .flatMap(certificates::find))
                .flatMap(certificate -> of(certificate, officer));
    }

    /// Two officers recall for the same reason: what the first one says is kept, and the second one's word recalls.
    /// One is enough where somebody who may has ordered it in writing.
    ///
    /// @param reason a code of `revocations.csv`
    /// @param text why in full
    /// @param order the written decision by which it is recalled; null where there is none
    /// @return empty when the agency issued no such certificate
    @Transactional
    Optional<Recall> revoke(
            CertificateId id, Officer officer, String reason, String text, @Nullable WrittenOrder order) {
        return lock(id, officer).map(found -> {
            if (found.request().isOwn(officer.id())) {
                return new Recall.Refused(new Refusal.OwnRequest());
            }
            var counts = found.certificate().standing() instanceof Standing.Valid;
            if (counts && order == null && !isFoundByAnother(found, officer, reason)) {
                propose(found, officer, reason, text);
                return new Recall.Proposed();
            }
            return recall(found, officer, reason, order == null ? text : text + "\n" + order.text());
        });
    }

    private Recall recall(Found found, Officer officer, String reason, String text) {
        return switch (standing.revoke(found.certificate().id(), reason).orElseThrow()) {
            case Decision.Refused(var refusal) -> new Recall.Refused(refusal);
            case Decision.Became(var request, var _) -> {
                var content = new OfficerAction.Content(text, reason, null);
                deeds.add(
                        found.request(),
                        new OfficerAction(OfficerAction.Kind.CERTIFICATE_RECALLED, officer.id(), now(), content));
                yield new Recall.Done(request);
            }
        };
    }

    /// Said once more by the same officer it stays the same proposal.
    private void propose(Found found, Officer officer, String reason, String text) {
        var content = new OfficerAction.Content(text, reason, null);
        var isSaid =
                open(found).anyMatch(deed -> deed.officer().equals(officer.id()) && content.equals(deed.content()));
        if (!isSaid) {
            deeds.add(
                    found.request(),
                    new OfficerAction(OfficerAction.Kind.RECALL_PROPOSED, officer.id(), now(), content));
        }
    }

    private boolean isFoundByAnother(Found found, Officer officer, String reason) {
        return open(found)
                .anyMatch(deed -> !deed.officer().equals(officer.id())
                        && deed.content() != null
                        && reason.equals(deed.content().code()));
    }

    /// What was proposed and nobody rejected, oldest first.
    private Stream<OfficerAction> open(Found found) {
        var all = deeds.of(found.request());
        var rejected = all.stream().map(OfficerAction::kind).toList().lastIndexOf(OfficerAction.Kind.RECALL_REJECTED);
        return all.subList(rejected + 1, all.size()).stream()
                .filter(deed -> deed.kind() == OfficerAction.Kind.RECALL_PROPOSED);
    }

    /// What became of the wish to reject what was proposed.
    sealed interface Rejection {
        record Done() implements Rejection {}

        /// No recall of this certificate waits.
        record NothingWaits() implements Rejection {}

        record Refused(Refusal refusal) implements Rejection {}
    }

    /// Ends what was proposed: the certificate goes on to count, and a later recall needs two officers again. Whoever
    /// proposed it may take it back in the same way.
    ///
    /// @param text why in full, which stays with the case
    /// @return empty when the agency issued no such certificate
    @Transactional
    Optional<Rejection> reject(CertificateId id, Officer officer, String text) {
        return lock(id, officer).map(found -> {
            if (found.request().isOwn(officer.id())) {
                return new Rejection.Refused(new Refusal.OwnRequest());
            }
            if (!(found.certificate().standing() instanceof Standing.Valid)
                    || open(found).findAny().isEmpty()) {
                return new Rejection.NothingWaits();
            }
            deeds.add(
                    found.request(),
                    new OfficerAction(
                            OfficerAction.Kind.RECALL_REJECTED, officer.id(), now(), OfficerAction.Content.of(text)));
            return new Rejection.Done();
        });
    }

    /// Opens the case in which a certificate that is wrong is replaced. Empty when the agency issued no such
    /// certificate.
    @Transactional
    Optional<Order> correct(CertificateId id, Officer officer, String wrong) {
        return lock(id, officer).map(found -> {
            if (found.request().isOwn(officer.id())) {
                return new Order.Refused(new Refusal.OwnRequest());
            }
            var outcome = correction.order(id, wrong);
            if (outcome instanceof RequestCorrection.Outcome.Opened) {
                deeds.add(
                        found.request(),
                        new OfficerAction(
                                OfficerAction.Kind.CORRECTION_ORDERED,
                                officer.id(),
                                now(),
                                OfficerAction.Content.of(wrong)));
            }
            return new Order.Given(outcome);
        });
    }

    /// Held at once: whoever reads first and locks later works on what another has changed in the meantime.
    private Optional<Found> lock(CertificateId id, Officer officer) {
        return certificates
                .find(id)
                .flatMap(certificate -> requests.lockOfAgency(certificate.request(), officer.agency())
                        .map(request -> new Found(certificates.reread(id).orElseThrow(), request)));
    }

    private Optional<Found> of(Certificate certificate, Officer officer) {
        return requests.ofAgency(certificate.request(), officer.agency())
                .map(request -> new Found(certificate, request));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
