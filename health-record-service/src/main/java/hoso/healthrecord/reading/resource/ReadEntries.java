package hoso.healthrecord.reading.resource;

import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// The resources of a record, made from its documents by the rules of this moment. Held and disowned visits are in
/// no record, so they are not here; of HIV care and of a visit that its facility took back only where and when is.
/// Who may have them is decided by the caller, before.
@ApplicationScoped
public class ReadEntries {
    private final Visits visits;

    ReadEntries(Visits visits) {
        this.visits = visits;
    }

    /// All resources of a record, the Patient first, then visit by visit, the newest first. Empty when nothing is
    /// filed.
    @Transactional
    public List<RecordEntry> ofRecord(UUID record) {
        return entries(record, visits.filed(record, null));
    }

    /// The same of one visit; empty when the record does not hold it.
    @Transactional
    public List<RecordEntry> ofVisit(UUID record, UUID visit) {
        return entries(record, visits.filed(record, visit));
    }

    /// All versions of one visit, the latest first, each with its own Patient; empty when the record does not hold
    /// it.
    @Transactional
    public List<List<RecordEntry>> versions(UUID record, UUID visit) {
        return Stream.concat(visits.filed(record, visit).stream(), visits.filedBefore(record, visit).stream())
                .map(filed -> VisitEntries.of(record, filed))
                .toList();
    }

    private static List<RecordEntry> entries(UUID record, List<Visits.Filed> newestFirst) {
        if (newestFirst.isEmpty()) {
            return List.of();
        }
        var newest = newestFirst.stream()
                .filter(filed -> filed.kept().retraction() == null)
                .findFirst()
                .orElse(newestFirst.getFirst());
        var all = new ArrayList<RecordEntry>();
        for (var filed : newestFirst) {
            var entries = VisitEntries.of(record, filed);
            entries.stream().filter(entry -> !entry.type().equals("Patient")).forEach(all::add);
            if (filed.kept().id().equals(newest.kept().id())) {
                entries.stream()
                        .filter(entry -> entry.type().equals("Patient"))
                        .limit(1)
                        .forEach(patient -> all.addFirst(patient));
            }
        }
        return List.copyOf(all);
    }
}
