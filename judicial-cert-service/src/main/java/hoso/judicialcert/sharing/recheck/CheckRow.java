package hoso.judicialcert.sharing.recheck;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// One time somebody asked again, as it lies in its table.
@Entity
@Table(name = "recheck")
class CheckRow {
    @Id
    UUID id;

    @Column(name = "consent_id")
    UUID consentId;

    @Column
    Instant at;

    @Column
    String answer;
}
