package hoso.judicialcert.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.id.Ids;
import hoso.chassis.vault.Vault;
import hoso.judicialcert.request.CertificateRequest;
import hoso.judicialcert.request.CitizenId;
import hoso.judicialcert.request.OfficerId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Deeds in the database, sealed with the key of the one the case is about.
@ApplicationScoped
class DeedRows implements PanacheRepositoryBase<DeedRow, UUID> {
    private final Vault vault;
    private final ObjectMapper json;
    private final Ids ids;

    DeedRows(Vault vault, ObjectMapper json, Ids ids) {
        this.vault = vault;
        this.json = json;
        this.ids = ids;
    }

    UUID add(CertificateRequest request, Deed deed) {
        var row = new DeedRow();
        row.id = ids.next();
        row.requestId = request.id().value();
        row.agency = request.terms().agency();
        row.officer = deed.officer().value();
        row.kind = deed.kind().name();
        row.at = deed.at();
        row.content = deed.content() == null ? null : seal(request.subject(), deed.content());
        persist(row);
        return row.id;
    }

    /// All that was done with a case, oldest first.
    List<Deed> of(CertificateRequest request) {
        return list("requestId = ?1 order by at, id", request.id().value()).stream()
                .map(row -> deed(request.subject(), row))
                .toList();
    }

    /// The last one of a kind.
    Optional<Deed> last(CertificateRequest request, Deed.Kind kind) {
        return find(
                        "requestId = ?1 and kind = ?2 order by at desc, id desc",
                        request.id().value(),
                        kind.name())
                .firstResultOptional()
                .map(row -> deed(request.subject(), row));
    }

    private Deed deed(CitizenId subject, DeedRow row) {
        return new Deed(
                Deed.Kind.valueOf(row.kind),
                new OfficerId(row.officer),
                row.at,
                row.content == null ? null : open(subject, row.content));
    }

    private byte[] seal(CitizenId subject, Deed.Content content) {
        try {
            return vault.seal(subject.value(), json.writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Deed.Content open(CitizenId subject, byte[] sealed) {
        try {
            return json.readValue(vault.open(subject.value(), sealed), Deed.Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
