package hoso.healthrecord.record;

import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.vault.BlindIndex;
import hoso.healthrecord.person.Demographics;
import hoso.healthrecord.record.HealthRecord.Integration;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Records in PostgreSQL, found by the keyed mark of a number or by the citizen who integrated them.
@ApplicationScoped
class HealthRecordRows implements HealthRecords, PanacheRepositoryBase<HealthRecordRow, UUID> {
    private static final String OPEN = """
            insert into health_record (id, mark, opened_at, version) values (:id, :mark, :now, 0)
            on conflict (mark) do nothing
            """;

    private static final String FIND = "select id from health_record where mark = :mark";

    private final BlindIndex blindIndex;
    private final Ids ids;
    private final Clock clock;

    HealthRecordRows(BlindIndex blindIndex, Ids ids, Clock clock) {
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public HealthRecord of(PersonalNumber number) {
        var mark = blindIndex.of(number.digits());
        return locked(mark)
                .or(() -> {
                    open(mark);
                    return locked(mark);
                })
                .map(HealthRecordRows::read)
                .orElseThrow(() -> new NoSuchElementException("a record just opened"));
    }

    @Override
    public Optional<HealthRecord> find(PersonalNumber number) {
        return find("mark", blindIndex.of(number.digits()))
                .firstResultOptional()
                .map(HealthRecordRows::read);
    }

    @Override
    public UUID idOf(PersonalNumber number) {
        var mark = blindIndex.of(number.digits());
        open(mark);
        return (UUID) getEntityManager()
                .createNativeQuery(FIND)
                .setParameter("mark", mark)
                .getSingleResult();
    }

    @Override
    public HealthRecord of(PersonalNumber number, UUID other) {
        var id = idOf(number);
        // Always in the same order, so that two corrections that swap two patients do not wait for each other.
        Stream.of(id, other).sorted().forEach(this::lockedById);
        return lockedById(id);
    }

    @Override
    public HealthRecord locked(UUID id) {
        return lockedById(id);
    }

    private HealthRecord lockedById(UUID id) {
        return read(findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NoSuchElementException("record " + id)));
    }

    private Optional<HealthRecordRow> locked(byte[] mark) {
        return find("mark", mark).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /// Two first visits may meet here: one opens the record, the other waits and takes it.
    private void open(byte[] mark) {
        var _ = getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("id", ids.next())
                .setParameter("mark", mark)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Override
    public Optional<HealthRecord> lockedOf(UUID citizen) {
        return find("citizenId", citizen)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .map(HealthRecordRows::read);
    }

    @Override
    public Optional<HealthRecord> integratedBy(UUID citizen) {
        return find("citizenId", citizen).firstResultOptional().map(HealthRecordRows::read);
    }

    @Override
    public void save(HealthRecord record) {
        var row = findByIdOptional(record.id()).orElseThrow(() -> new NoSuchElementException("record " + record.id()));
        var integration = record.integration();
        row.citizenId = integration == null ? null : integration.citizen();
        row.vouched = integration == null ? null : integration.vouched().marks();
        row.integratedAt = integration == null ? null : integration.at();
        row.version = record.version();
    }

    private static HealthRecord read(HealthRecordRow row) {
        var integration = row.citizenId == null || row.vouched == null || row.integratedAt == null
                ? null
                : new Integration(row.citizenId, new Demographics(row.vouched), row.integratedAt);
        return new HealthRecord(row.id, integration, row.version);
    }
}
