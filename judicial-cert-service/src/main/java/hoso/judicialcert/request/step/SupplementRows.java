package hoso.judicialcert.request.step;

import hoso.chassis.id.Ids;
import hoso.chassis.vault.Vault;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Supplements in the database.
@ApplicationScoped
class SupplementRows implements Supplements, PanacheRepositoryBase<SupplementRow, UUID> {
    private final Vault vault;
    private final Ids ids;

    SupplementRows(Vault vault, Ids ids) {
        this.vault = vault;
        this.ids = ids;
    }

    void add(CertificateRequest request, Instant now, String text) {
        var row = new SupplementRow();
        row.id = ids.next();
        row.requestId = request.id().value();
        row.givenAt = now;
        row.text = vault.seal(request.subject().value(), text.getBytes(StandardCharsets.UTF_8));
        persist(row);
    }

    @Override
    @Transactional
    public List<Supplement> of(CertificateRequest request) {
        return list("requestId = ?1 order by givenAt, id", request.id().value()).stream()
                .map(row -> new Supplement(
                        row.givenAt,
                        new String(vault.open(request.subject().value(), row.text), StandardCharsets.UTF_8)))
                .toList();
    }
}
