package hoso.healthrecord.access.consent;

import hoso.chassis.database.Statements;
import hoso.chassis.page.Cursor;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.SealedJson;
import hoso.healthrecord.access.consent.AccessConsent.State;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Consents in PostgreSQL, in partitions by record.
@ApplicationScoped
class AccessConsentRows implements AccessConsents, PanacheRepositoryBase<AccessConsentRow, AccessConsentRow.Key> {
    private static final String KEY = "insert into access_key (id, record_id) values (?, ?)";
    private static final String RECORD = "select record_id from access_key where id = ?";

    private final Statements statements;
    private final SealedJson sealed;

    AccessConsentRows(Statements statements, SealedJson sealed) {
        this.statements = statements;
        this.sealed = sealed;
    }

    record Content(
            AccessConsent.Requester by,
            ConsentTerms asked,
            @Nullable ConsentTerms granted) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public Optional<AccessConsent> waiting(UUID record, UUID person, String facility) {
        return find(
                        "recordId = ?1 and person = ?2 and facility = ?3 and state = ?4",
                        record,
                        person,
                        facility,
                        State.ASKED.name())
                .firstResultOptional()
                .map(this::read);
    }

    @Override
    public void add(AccessConsent consent) {
        var row = new AccessConsentRow();
        row.recordId = consent.record();
        row.id = consent.id();
        row.person = consent.by().person();
        row.facility = consent.by().facility();
        row.askedAt = consent.askedAt();
        write(row, consent);
        persist(row);
        statements.update(KEY, consent.id(), consent.record());
    }

    @Override
    public void save(AccessConsent consent) {
        write(findById(new AccessConsentRow.Key(consent.record(), consent.id())), consent);
    }

    private void write(AccessConsentRow row, AccessConsent consent) {
        row.state = consent.state().name();
        row.answeredAt = consent.answeredAt();
        row.revokedAt = consent.revokedAt();
        row.content = sealed.seal(consent.record(), new Content(consent.by(), consent.asked(), consent.granted()));
    }

    @Override
    public Optional<AccessConsent> find(UUID record, UUID id) {
        return findByIdOptional(new AccessConsentRow.Key(record, id)).map(this::read);
    }

    @Override
    public Optional<AccessConsent> asked(UUID id, UUID person, String facility) {
        return statements
                .first(RECORD, row -> row.getObject(1, UUID.class), id)
                .flatMap(record -> find(record, id))
                .filter(one ->
                        one.by().person().equals(person) && one.by().facility().equals(facility));
    }

    @Override
    public List<AccessConsent> of(UUID record, @Nullable Cursor after, int limit) {
        var order = " order by askedAt desc, id desc";
        var query = after == null
                ? find("recordId = ?1" + order, record)
                : find("recordId = ?1 and (askedAt, id) < (?2, ?3)" + order, record, after.at(), after.id());
        return query.range(0, limit - 1).stream().map(this::read).toList();
    }

    private AccessConsent read(AccessConsentRow row) {
        var content = sealed.open(row.recordId, row.content, Content.class);
        return new AccessConsent(
                row.id,
                row.recordId,
                content.by(),
                content.asked(),
                content.granted(),
                State.valueOf(row.state),
                row.askedAt,
                row.answeredAt,
                row.revokedAt);
    }
}
