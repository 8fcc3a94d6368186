package hoso.judicialcert.certificate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// Attestations in the database, sealed with the holder's key.
@ApplicationScoped
class AttestationRows implements Attestations {
    private final EntityManager entities;
    private final Vault vault;
    private final ObjectMapper json;

    AttestationRows(EntityManager entities, Vault vault, ObjectMapper json) {
        this.entities = entities;
        this.vault = vault;
        this.json = json;
    }

    @Override
    @Transactional
    public Optional<Attestation> of(Certificate certificate) {
        List<?> sealed = entities.createNativeQuery(
                        "select content from certificate_attestation where certificate_id = :id", byte[].class)
                .setParameter("id", certificate.id().value())
                .getResultList();
        return sealed.stream().findFirst().map(bytes -> open(certificate, (byte[]) bytes));
    }

    /// Keeps it, in the transaction that issues the certificate.
    void keep(Certificate certificate, Attestation attestation) {
        try {
            entities.createNativeQuery("insert into certificate_attestation values (:id, :content)")
                    .setParameter("id", certificate.id().value())
                    .setParameter(
                            "content", vault.seal(certificate.holder().value(), json.writeValueAsBytes(attestation)))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Attestation open(Certificate certificate, byte[] sealed) {
        try {
            return json.readValue(vault.open(certificate.holder().value(), sealed), Attestation.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
