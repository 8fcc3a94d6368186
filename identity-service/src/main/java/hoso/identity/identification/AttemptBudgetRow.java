package hoso.identity.identification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/// A citizen's attempts as stored.
@Entity
@Table(name = "attempt_budget")
class AttemptBudgetRow extends PanacheEntityBase {
    @Id
    @Column(name = "citizen_id")
    UUID citizenId;

    @Column(name = "used")
    int used;

    @Column(name = "begun_at")
    Instant begunAt;
}
