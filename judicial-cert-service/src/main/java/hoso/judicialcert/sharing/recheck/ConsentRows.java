package hoso.judicialcert.sharing.recheck;

import hoso.chassis.id.Ids;
import hoso.chassis.page.Cursor;
import hoso.chassis.vault.SealedJson;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.person.CitizenId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Consents in the database, how often they were used today, and each use. They are read anew at every check: what was
/// withdrawn is withdrawn for the next one.
@ApplicationScoped
class ConsentRows implements PanacheRepositoryBase<ConsentRow, UUID> {
    private static final String COUNT = """
            insert into recheck_count (consent_id, day, asked) values (:consent, :day, 1)
            on conflict (consent_id, day) do update set asked = recheck_count.asked + 1
            returning asked
            """;

    private final SealedJson sealed;
    private final Ids ids;

    ConsentRows(SealedJson sealed, Ids ids) {
        this.sealed = sealed;
        this.ids = ids;
    }

    /// One time somebody asked.
    record Check(Instant at, RecheckResult answer) {}

    void add(Consent consent, byte[] keyMark) {
        var row = new ConsentRow();
        row.id = consent.id().value();
        row.certificateId = consent.certificate().value();
        row.holder = consent.holder().value();
        row.keyMark = keyMark;
        row.terms = sealed.seal(consent.holder().value(), consent.terms());
        row.textVersion = consent.textVersion();
        row.proof = consent.proof();
        row.givenAt = consent.givenAt();
        row.until = consent.until();
        row.perDay = consent.perDay();
        row.told = consent.sequence();
        persist(row);
    }

    void save(Consent consent) {
        var row = findById(consent.id().value());
        row.withdrawnAt = consent.withdrawnAt();
        row.told = consent.sequence();
    }

    Optional<Consent> withKey(byte[] mark) {
        return find("keyMark", (Object) mark).firstResultOptional().map(this::consent);
    }

    /// A consent of its holder, held; somebody else's is not there.
    Optional<Consent> lock(ConsentId id, CitizenId holder) {
        return find("id = ?1 and holder = ?2", id.value(), holder.value())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(this::consent);
    }

    Optional<Consent> find(ConsentId id, CitizenId holder) {
        return find("id = ?1 and holder = ?2", id.value(), holder.value())
                .firstResultOptional()
                .map(this::consent);
    }

    List<Consent> list(CitizenId holder, @Nullable Cursor after, int limit) {
        var found = after == null
                ? find("holder = ?1 order by givenAt desc, id desc", holder.value())
                : find(
                        "holder = ?1 and (givenAt < ?2 or (givenAt = ?2 and id < ?3)) order by givenAt desc, id desc",
                        holder.value(),
                        after.at(),
                        after.id());
        return found.page(0, limit).list().stream().map(this::consent).toList();
    }

    /// Counts one more question of a day, exactly, and tells which it is.
    int count(ConsentId consent, LocalDate day) {
        return ((Number) getEntityManager()
                        .createNativeQuery(COUNT)
                        .setParameter("consent", consent.value())
                        .setParameter("day", day)
                        .getSingleResult())
                .intValue();
    }

    void note(Consent consent, RecheckResult answer, Instant at) {
        var row = new CheckRow();
        row.id = ids.next();
        row.consentId = consent.id().value();
        row.at = at;
        row.answer = answer.name();
        getEntityManager().persist(row);
    }

    /// The last hundred times somebody asked, newest first; all of them are in the journal.
    List<Check> checks(Consent consent) {
        return getEntityManager()
                .createQuery("from CheckRow where consentId = :consent order by at desc, id desc", CheckRow.class)
                .setParameter("consent", consent.id().value())
                .setMaxResults(100)
                .getResultStream()
                .map(row -> new Check(row.at, RecheckResult.valueOf(row.answer)))
                .toList();
    }

    private Consent consent(ConsentRow row) {
        var holder = new CitizenId(row.holder);
        return new Consent(
                new ConsentId(row.id),
                new CertificateId(row.certificateId),
                holder,
                sealed.open(holder.value(), row.terms, Consent.Terms.class),
                row.textVersion,
                row.proof,
                row.givenAt,
                row.until,
                row.perDay,
                row.withdrawnAt,
                row.told);
    }
}
