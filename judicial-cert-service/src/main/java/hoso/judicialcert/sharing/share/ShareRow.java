package hoso.judicialcert.sharing.share;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A share as it lies in its table.
@Entity
@Table(name = "certificate_share")
class ShareRow {
    @Id
    UUID id;

    @Column(name = "certificate_id")
    UUID certificateId;

    /// Who made it.
    @Column
    UUID holder;

    /// Whom the certificate is about.
    @Column
    UUID subject;

    @Column(name = "secret_mark")
    byte[] secretMark;

    /// Sealed: for whom and what for.
    @Column
    byte[] content;

    @Column
    byte @Nullable [] passcode;

    @Column(name = "made_at")
    Instant madeAt;

    @Column
    Instant until;

    @Column(name = "max_uses")
    int maxUses;

    @Column
    int uses;

    @Column(name = "wrong_passcodes")
    int wrongPasscodes;

    /// How many refusals are in the journal: a link that leaked must not fill it.
    @Column
    int refusals;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column
    long told;
}
