package hoso.healthrecord.access.ward;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Guardianships in PostgreSQL, in partitions by guardian.
@ApplicationScoped
class GuardianshipRows implements Guardianships, PanacheRepositoryBase<GuardianshipRow, GuardianshipRow.Key> {

    @Override
    public List<Guardianship> of(UUID guardian, Instant now) {
        return list(
                        "guardian = ?1 and endedAt is null and validUntil > ?2 order by givenAt desc, id desc",
                        guardian,
                        now)
                .stream()
                .map(row -> new Guardianship(
                        row.id, row.guardian, row.recordId, Guarded.valueOf(row.relation), row.validUntil, row.endedAt))
                .toList();
    }

    @Override
    public void add(Guardianship guardianship, Instant now) {
        var row = new GuardianshipRow();
        row.guardian = guardianship.guardian();
        row.id = guardianship.id();
        row.recordId = guardianship.record();
        row.relation = guardianship.relation().name();
        row.givenAt = now;
        row.validUntil = guardianship.until();
        persist(row);
    }

    @Override
    public boolean end(UUID guardian, UUID id, Instant now) {
        var row = findById(new GuardianshipRow.Key(guardian, id));
        if (row == null) {
            return false;
        }
        if (row.endedAt == null) {
            row.endedAt = now;
        }
        return true;
    }
}
