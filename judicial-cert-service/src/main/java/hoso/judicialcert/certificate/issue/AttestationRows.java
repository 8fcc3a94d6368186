package hoso.judicialcert.certificate.issue;

import hoso.chassis.vault.SealedJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/// Attestations in the database, sealed with the holder's key.
@ApplicationScoped
class AttestationRows implements Attestations {
    private final EntityManager entities;
    private final SealedJson sealed;

    AttestationRows(EntityManager entities, SealedJson sealed) {
        this.entities = entities;
        this.sealed = sealed;
    }

    @Override
    @Transactional
    public Optional<Attestation> of(Certificate certificate) {
        List<?> contents = entities.createNativeQuery(
                        "select content from certificate_attestation where certificate_id = :id")
                .setParameter("id", certificate.id().value())
                .getResultList();
        return contents.stream()
                .findFirst()
                .map(content -> sealed.open(certificate.holder().value(), (byte[]) content, Attestation.class));
    }

    /// Keeps it, in the transaction that issues the certificate.
    void keep(Certificate certificate, Attestation attestation) {
        entities.createNativeQuery("insert into certificate_attestation values (:id, :content)")
                .setParameter("id", certificate.id().value())
                .setParameter("content", sealed.seal(certificate.holder().value(), attestation))
                .executeUpdate();
    }
}
