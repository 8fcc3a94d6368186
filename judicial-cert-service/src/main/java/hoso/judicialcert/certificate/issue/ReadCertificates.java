package hoso.judicialcert.certificate.issue;

import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.request.lifecycle.CertificateRequests;
import hoso.judicialcert.request.lifecycle.Recipient;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/// Hands certificates out: to their holder, and to the service that prints and posts them.
@ApplicationScoped
class ReadCertificates {
    private final Certificates certificates;
    private final CertificateRequests requests;

    ReadCertificates(Certificates certificates, CertificateRequests requests) {
        this.certificates = certificates;
        this.requests = requests;
    }

    /// Where the paper goes.
    record Dispatch(UUID certificateId, UUID requestId, String dossierCode, int copies, Recipient post) {}

    @Transactional
    Optional<byte[]> document(CertificateId id, CitizenId holder) {
        return certificates.find(id, holder).map(certificates::document);
    }

    @Transactional
    Optional<byte[]> document(CertificateId id) {
        return certificates.find(id).map(certificates::document);
    }

    /// Empty when no paper was ordered.
    @Transactional
    Optional<Dispatch> dispatch(CertificateId id) {
        return certificates
                .find(id)
                .flatMap(certificate -> requests.find(certificate.request()))
                .flatMap(request -> Optional.ofNullable(request.application().post())
                        .map(post -> new Dispatch(
                                id.value(),
                                request.id().value(),
                                request.dossierCode().value(),
                                request.application().copies(),
                                post)));
    }
}
