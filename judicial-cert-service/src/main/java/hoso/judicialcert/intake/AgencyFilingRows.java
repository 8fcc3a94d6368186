package hoso.judicialcert.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.vault.Vault;
import hoso.judicialcert.request.CertificateRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;

/// On what ground agencies asked; sealed for the person they asked about.
@ApplicationScoped
class AgencyFilingRows {
    private static final String ADD = """
            insert into agency_filing (request_id, organisation, ground) values (:request, :organisation, :ground)
            """;

    private final EntityManager entities;
    private final Vault vault;
    private final ObjectMapper json;

    AgencyFilingRows(EntityManager entities, Vault vault, ObjectMapper json) {
        this.entities = entities;
        this.vault = vault;
        this.json = json;
    }

    void add(CertificateRequest request, String organisation, AgencyBody.Ground ground) {
        try {
            // The request is not written yet when plain SQL overtakes it.
            entities.flush();
            entities.createNativeQuery(ADD)
                    .setParameter("request", request.id().value())
                    .setParameter("organisation", organisation)
                    .setParameter("ground", vault.seal(request.subject().value(), json.writeValueAsBytes(ground)))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
