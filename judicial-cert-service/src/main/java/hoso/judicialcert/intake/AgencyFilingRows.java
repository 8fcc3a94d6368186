package hoso.judicialcert.intake;

import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/// On what ground agencies asked; sealed for the person they asked about.
@ApplicationScoped
class AgencyFilingRows {
    private static final String ADD = """
            insert into agency_filing (request_id, organisation, ground) values (:request, :organisation, :ground)
            """;

    private static final String FIND = "select ground from agency_filing where request_id = :request";

    private final EntityManager entities;
    private final SealedJson sealed;

    AgencyFilingRows(EntityManager entities, SealedJson sealed) {
        this.entities = entities;
        this.sealed = sealed;
    }

    void add(CertificateRequest request, String organisation, AgencyBody.Ground ground) {
        // The request is not written yet when plain SQL overtakes it.
        entities.flush();
        entities.createNativeQuery(ADD)
                .setParameter("request", request.id().value())
                .setParameter("organisation", organisation)
                .setParameter("ground", sealed.seal(request.subject().value(), ground))
                .executeUpdate();
    }

    AgencyBody.Ground of(CertificateRequest request) {
        var ground = (byte[]) entities.createNativeQuery(FIND)
                .setParameter("request", request.id().value())
                .getSingleResult();
        return sealed.open(request.subject().value(), ground, AgencyBody.Ground.class);
    }
}
