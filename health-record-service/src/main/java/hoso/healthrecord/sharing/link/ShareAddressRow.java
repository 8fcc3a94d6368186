package hoso.healthrecord.sharing.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/// Whose link is at an address: who comes with the address knows no record.
@Entity
@Table(name = "share_address")
class ShareAddressRow extends PanacheEntityBase {
    @Id
    @Column(name = "mark")
    byte[] mark;

    @Column(name = "record_id")
    UUID recordId;

    @Column(name = "share_id")
    UUID shareId;
}
