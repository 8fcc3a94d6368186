package hoso.judicialcert.officer.queue;

import hoso.chassis.id.Ids;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.person.OfficerId;
import hoso.judicialcert.request.lifecycle.CertificateRequest;
import hoso.judicialcert.request.lifecycle.OfficerWork;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Deeds in the database, sealed with the key of the one the case is about.
@ApplicationScoped
class OfficerActionRows implements OfficerActions, OfficerWork, PanacheRepositoryBase<OfficerActionRow, UUID> {
    private final SealedJson sealed;
    private final Ids ids;

    OfficerActionRows(SealedJson sealed, Ids ids) {
        this.sealed = sealed;
        this.ids = ids;
    }

    @Override
    public UUID add(CertificateRequest request, OfficerAction deed) {
        var row = new OfficerActionRow();
        row.id = ids.next();
        row.requestId = request.id().value();
        row.agency = request.terms().agency();
        row.officer = deed.officer().value();
        row.kind = deed.kind().name();
        row.at = deed.at();
        row.content =
                deed.content() == null ? null : sealed.seal(request.subject().value(), deed.content());
        persist(row);
        return row.id;
    }

    @Override
    public List<OfficerAction> of(CertificateRequest request) {
        return list("requestId = ?1 order by at, id", request.id().value()).stream()
                .map(row -> deed(request.subject(), row))
                .toList();
    }

    @Override
    public Optional<OfficerAction> last(CertificateRequest request, OfficerAction.Kind kind) {
        return find(
                        "requestId = ?1 and kind = ?2 order by at desc, id desc",
                        request.id().value(),
                        kind.name())
                .firstResultOptional()
                .map(row -> deed(request.subject(), row));
    }

    @Override
    @Transactional(TxType.SUPPORTS)
    public boolean hasBegun(CertificateRequest request) {
        var isAsked = count(
                "requestId = ?1 and at >= ?2",
                request.id().value(),
                request.terms().from());
        return isAsked > 0;
    }

    private OfficerAction deed(CitizenId subject, OfficerActionRow row) {
        return new OfficerAction(
                OfficerAction.Kind.valueOf(row.kind),
                new OfficerId(row.officer),
                row.at,
                row.content == null ? null : sealed.open(subject.value(), row.content, OfficerAction.Content.class));
    }
}
