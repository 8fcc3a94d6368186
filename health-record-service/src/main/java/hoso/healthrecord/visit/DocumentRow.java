package hoso.healthrecord.visit;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/// The document of a visit: compressed, then sealed with the key of the record. A table of its own, so that reading a
/// timeline never touches it.
@Entity
@Table(name = "visit_document")
@IdClass(VisitRow.Key.class)
class DocumentRow extends PanacheEntityBase {
    @Id
    @Column(name = "record_id")
    UUID recordId;

    @Id
    @Column(name = "visit_id")
    UUID id;

    @Column(name = "sha256")
    byte[] sha256;

    @Column(name = "document")
    byte[] document;
}
