package hoso.healthrecord.access.restriction;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Denials in PostgreSQL, each found by its record.
@ApplicationScoped
class DenialRows implements Denials, PanacheRepositoryBase<DenialRow, DenialRow.Key> {

    @Override
    public List<Denial> of(UUID record) {
        return list("recordId = ?1 order by deniedAt desc, id desc", record).stream()
                .map(DenialRow::read)
                .toList();
    }

    @Override
    public void add(UUID record, Denial denial) {
        var row = new DenialRow();
        row.recordId = record;
        row.id = denial.id();
        row.target = denial.target().name();
        row.value = denial.value();
        row.inEmergency = denial.inEmergency();
        row.deniedAt = denial.at();
        persist(row);
    }

    @Override
    public boolean remove(UUID record, UUID denial) {
        var removed = deleteById(new DenialRow.Key(record, denial));
        flush();
        return removed;
    }
}
