package hoso.healthrecord.sharing.issuer;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/// A signing key as stored, sealed with the key of the service.
@Entity
@Table(name = "issuer_key")
class IssuerKeyRow extends PanacheEntityBase {
    @Id
    @Column(name = "id")
    String id;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "secret")
    byte[] secret;
}
