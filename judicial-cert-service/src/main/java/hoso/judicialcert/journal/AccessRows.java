package hoso.judicialcert.journal;

import hoso.chassis.id.Ids;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.BlindIndex;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.journal.Access.Kind;
import hoso.judicialcert.journal.Access.Outcome;
import hoso.judicialcert.journal.Access.View;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The journal in the database. It is kept by citizen, or by a mark of the personal number as far as no citizen is
/// known; the one it is about reads both.
@ApplicationScoped
class AccessRows implements AccessJournal, PanacheRepositoryBase<AccessRow, UUID> {
    private final SealedJson sealed;
    private final BlindIndex blindIndex;
    private final Ids ids;
    private final Clock clock;

    AccessRows(SealedJson sealed, BlindIndex blindIndex, Ids ids, Clock clock) {
        this.sealed = sealed;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    record Content(Party party, String purpose, String legalBasis, String detail) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// An access with when it was.
    record Noted(UUID id, Instant at, Access access) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void note(Access access, boolean isWithheld) {
        var row = new AccessRow();
        row.id = ids.next();
        row.subject = subject(access.subject());
        row.at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        row.kind = access.kind().name();
        var certificate = access.certificate();
        row.certificateId = certificate == null ? null : certificate.value();
        row.shown = access.view().name();
        row.outcome = access.outcome().name();
        row.withheld = isWithheld;
        row.content = sealed.seal(
                row.subject, new Content(access.party(), access.purpose(), access.legalBasis(), access.detail()));
        persist(row);
    }

    /// What is in the journal of a citizen with this number and may be told to them, newest first.
    @Transactional
    Page<Noted> page(CitizenId citizen, String personalNumber, @Nullable Cursor after, int limit) {
        var subject = new Subject.Citizen(citizen);
        var subjects = List.of(subject(subject), subject(new Subject.Numbered(personalNumber)));
        var found = after == null
                ? find("subject in ?1 and not withheld order by at desc, id desc", subjects)
                : find(
                        "subject in ?1 and not withheld and (at < ?2 or (at = ?2 and id < ?3)) order by at desc, id desc",
                        subjects,
                        after.at(),
                        after.id());
        var rows = found.page(0, limit + 1).list().stream()
                .map(row -> noted(row, subject))
                .toList();
        return Page.of(rows, limit, row -> new Cursor(row.at(), row.id()));
    }

    private Noted noted(AccessRow row, Subject subject) {
        var content = sealed.open(row.subject, row.content, Content.class);
        return new Noted(
                row.id,
                row.at,
                new Access(
                        subject,
                        Kind.valueOf(row.kind),
                        content.party(),
                        row.certificateId == null ? null : new CertificateId(row.certificateId),
                        content.purpose(),
                        content.legalBasis(),
                        View.valueOf(row.shown),
                        Outcome.valueOf(row.outcome),
                        content.detail()));
    }

    private UUID subject(Subject subject) {
        return switch (subject) {
            case Subject.Citizen(var id) -> id.value();
            case Subject.Numbered(var number) -> {
                var mark = ByteBuffer.wrap(blindIndex.of("journal:" + number));
                yield new UUID(mark.getLong(), mark.getLong());
            }
        };
    }
}
