package hoso.identity.citizen;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One identifier of a person for a time. A number can be cancelled and given anew (Decree 70/2024, Art. 11), so the
/// person has a history of them and none is a key of the person.
@Entity
@Table(name = "person_identifier")
class PersonIdentifierRow extends PanacheEntityBase {
    static final String PERSONAL_NUMBER = "PERSONAL_NUMBER";
    static final String ACTIVE = "ACTIVE";

    @Id
    UUID id;

    @Column(name = "citizen_id")
    UUID citizenId;

    @Column(name = "type")
    String type;

    @Column(name = "mark")
    byte[] mark;

    @Column(name = "sealed_value")
    byte[] sealedValue;

    @Column(name = "status")
    String status;

    @Column(name = "valid_from")
    Instant validFrom;

    @Column(name = "valid_to")
    @Nullable
    Instant validTo;
}
