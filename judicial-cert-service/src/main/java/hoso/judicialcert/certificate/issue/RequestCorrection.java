package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.person.Applicant;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.request.filing.SubmitRequest;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Decision;
import hoso.judicialcert.request.lifecycle.Decision.Became;
import hoso.judicialcert.request.lifecycle.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/// Opens the case in which a certificate that is said to be wrong is looked into. Nothing is mended in it: if an
/// officer agrees, a new one is issued, free of charge, and the wrong one counts no more (Circular 13/2011 Art. 17.2).
@ApplicationScoped
public class RequestCorrection {
    private final Certificates certificates;
    private final CertificateRequests requests;
    private final SubmitRequest submit;

    RequestCorrection(Certificates certificates, CertificateRequests requests, SubmitRequest submit) {
        this.certificates = certificates;
        this.requests = requests;
        this.submit = submit;
    }

    /// What became of the wish.
    public sealed interface Outcome {
        /// A case was opened.
        record Opened(CertificateRequest request) implements Outcome {}

        /// There is no such certificate, or it is somebody else's.
        record NoSuchCertificate() implements Outcome {}

        /// It counts no more: there is nothing to be corrected.
        record CountsNoMore(Standing standing) implements Outcome {}

        /// No certificate could say what the population register says of the holder now.
        record Refused(Refusal refusal) implements Outcome {}

        /// A case about it is open.
        record UnderWay(CertificateRequest request) implements Outcome {}
    }

    /// The certificate in question, if the caller may read it.
    @Transactional
    Optional<CertificateRequest> requestOf(CertificateId id, CitizenId caller) {
        return certificates.find(id, caller).flatMap(certificate -> requests.find(certificate.request()));
    }

    /// The holder, or whoever asked for the certificate, says that it is wrong.
    ///
    /// @param fresh what identity-service says of the holder now
    @Transactional
    Outcome ask(CertificateId id, CitizenId caller, Applicant fresh, String wrong) {
        return certificates
                .find(id, caller)
                .map(certificate -> open(certificate, fresh, wrong))
                .orElseGet(Outcome.NoSuchCertificate::new);
    }

    /// An officer found that it is.
    @Transactional
    public Outcome order(CertificateId id, String wrong) {
        return certificates
                .find(id)
                .map(certificate -> order(certificate, wrong))
                .orElseGet(Outcome.NoSuchCertificate::new);
    }

    private Outcome order(Certificate certificate, String wrong) {
        var request = requests.find(certificate.request()).orElseThrow();
        return open(certificate, request.applicant(), wrong);
    }

    private Outcome open(Certificate certificate, Applicant fresh, String wrong) {
        // Two wishes at once, or one and a recall, come one after the other.
        var original = requests.lock(certificate.request()).orElseThrow();
        var standing = certificates.reread(certificate.id()).orElseThrow().standing();
        if (!(standing instanceof Standing.Valid)) {
            return new Outcome.CountsNoMore(standing);
        }
        var underWay = requests.correcting(certificate.id());
        if (underWay.isPresent()) {
            return new Outcome.UnderWay(underWay.get());
        }
        var decision = submit.correct(
                original.subject(),
                original.requester(),
                fresh,
                application(original.application(), wrong, certificate.id()));
        return switch (decision) {
            case Became(var request, var _) -> new Outcome.Opened(request);
            case Decision.Refused(var refusal) -> new Outcome.Refused(refusal);
        };
    }

    private static Application application(Application original, String wrong, CertificateId corrects) {
        return new Application(
                original.kind(),
                original.channel(),
                FeeCategory.CORRECTION,
                null,
                wrong,
                original.banInformation(),
                original.livedElsewhere(),
                original.copies(),
                original.email(),
                original.post(),
                corrects);
    }
}
