package hoso.judicialcert.desk;

import hoso.judicialcert.certificate.Certificate;
import hoso.judicialcert.certificate.Certificates;
import hoso.judicialcert.certificate.ChangeStanding;
import hoso.judicialcert.certificate.RequestCorrection;
import hoso.judicialcert.request.CertificateId;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CertificateRequests;
import hoso.judicialcert.request.Decision;
import hoso.judicialcert.request.DossierCode;
import hoso.judicialcert.request.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Recalls certificates of the officer's agency, or orders that they be corrected (Law 28/2009 Art. 50). The public
/// sees
/// a
/// code; why in full stands with the case, sealed.
@ApplicationScoped
class RecallCertificate {
    private final Certificates certificates;
    private final CertificateRequests requests;
    private final ChangeStanding standing;
    private final RequestCorrection correction;
    private final Deeds deeds;
    private final Clock clock;

    RecallCertificate(
            Certificates certificates,
            CertificateRequests requests,
            ChangeStanding standing,
            RequestCorrection correction,
            Deeds deeds,
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

    /// Empty when the agency issued no such certificate.
    ///
    /// @param reason a code of `revocations.csv`
    /// @param text why in full
    @Transactional
    Optional<Decision> revoke(CertificateId id, Officer officer, String reason, String text) {
        return hold(id, officer).map(found -> {
            if (found.request().isOwn(officer.id())) {
                return new Decision.Refused(new Refusal.OwnRequest());
            }
            var decision = standing.revoke(id, reason).orElseThrow();
            if (decision instanceof Decision.Became) {
                deeds.add(
                        found.request(),
                        new Deed(
                                Deed.Kind.CERTIFICATE_RECALLED,
                                officer.id(),
                                now(),
                                new Deed.Content(text, reason, null)));
            }
            return decision;
        });
    }

    /// Opens the case in which a certificate that is wrong is replaced. Empty when the agency issued no such
    /// certificate.
    @Transactional
    Optional<Order> correct(CertificateId id, Officer officer, String wrong) {
        return hold(id, officer).map(found -> {
            if (found.request().isOwn(officer.id())) {
                return new Order.Refused(new Refusal.OwnRequest());
            }
            var outcome = correction.order(id, wrong);
            if (outcome instanceof RequestCorrection.Outcome.Opened) {
                deeds.add(
                        found.request(),
                        new Deed(Deed.Kind.CORRECTION_ORDERED, officer.id(), now(), Deed.Content.of(wrong)));
            }
            return new Order.Given(outcome);
        });
    }

    /// Held at once: whoever reads first and locks later works on what another has changed in the meantime.
    private Optional<Found> hold(CertificateId id, Officer officer) {
        return certificates
                .find(id)
                .flatMap(certificate -> requests.holdOfAgency(certificate.request(), officer.agency())
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
