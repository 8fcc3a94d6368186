package hoso.healthrecord.access.emergency;

import hoso.chassis.database.Statements;
import hoso.chassis.page.Cursor;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.vault.SealedJson;
import hoso.healthrecord.access.emergency.EmergencyAccess.Opener;
import hoso.healthrecord.access.emergency.EmergencyAccess.Reasoned;
import hoso.healthrecord.access.emergency.EmergencyAccess.Review;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Accesses in emergencies in PostgreSQL, in partitions by record; the queue of a facility goes over all of them.
@ApplicationScoped
class EmergencyAccessRows
        implements EmergencyAccesses, PanacheRepositoryBase<EmergencyAccessRow, EmergencyAccessRow.Key> {
    private static final String RECORD = "select record_id from access_key where id = ?";

    private final Statements statements;
    private final SealedJson sealed;

    EmergencyAccessRows(Statements statements, SealedJson sealed) {
        this.statements = statements;
        this.sealed = sealed;
    }

    record Content(
            Opener by,
            Reasoned first,
            @Nullable Reasoned second,
            @Nullable Review review) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    @Override
    public List<EmergencyAccess> of(UUID record, UUID person) {
        return list("recordId = ?1 and person = ?2 order by openedAt desc", record, person).stream()
                .map(this::read)
                .toList();
    }

    @Override
    public void add(EmergencyAccess access) {
        var row = new EmergencyAccessRow();
        row.recordId = access.record();
        row.id = access.id();
        row.person = access.by().person();
        row.facility = access.by().facility();
        row.openedAt = access.openedAt();
        row.openUntil = access.until();
        row.openedBefore = access.before();
        write(row, access);
        persist(row);
    }

    @Override
    public void save(EmergencyAccess access) {
        write(findById(new EmergencyAccessRow.Key(access.record(), access.id())), access);
    }

    private void write(EmergencyAccessRow row, EmergencyAccess access) {
        var review = access.review();
        row.closedAt = review == null ? null : review.at();
        row.content = sealed.seal(access.record(), new Content(access.by(), access.first(), access.second(), review));
    }

    @Override
    public Optional<EmergencyAccess> locked(UUID id) {
        return statements
                .first(RECORD, row -> row.getObject(1, UUID.class), id)
                .flatMap(record ->
                        findByIdOptional(new EmergencyAccessRow.Key(record, id), LockModeType.PESSIMISTIC_WRITE))
                .map(this::read);
    }

    @Override
    public List<EmergencyAccess> ofFacility(String facility, boolean isClosed, @Nullable Cursor after, int limit) {
        var which = "facility = ?1 and closedAt is " + (isClosed ? "not null" : "null");
        var order = " order by openedAt, id";
        var query = after == null
                ? find(which + order, facility)
                : find(which + " and (openedAt, id) > (?2, ?3)" + order, facility, after.at(), after.id());
        return query.range(0, limit - 1).stream().map(this::read).toList();
    }

    private EmergencyAccess read(EmergencyAccessRow row) {
        var content = sealed.open(row.recordId, row.content, Content.class);
        return new EmergencyAccess(
                row.id,
                row.recordId,
                content.by(),
                content.first(),
                content.second(),
                row.openedAt,
                row.openUntil,
                row.openedBefore,
                content.review());
    }
}
