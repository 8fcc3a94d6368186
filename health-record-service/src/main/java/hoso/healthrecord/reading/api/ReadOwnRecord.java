package hoso.healthrecord.reading.api;

import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.reading.resource.ReadEntries;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the record that a citizen integrated, and no other.
@ApplicationScoped
class ReadOwnRecord {
    private final HealthRecords records;
    private final ReadEntries entries;

    ReadOwnRecord(HealthRecords records, ReadEntries entries) {
        this.records = records;
        this.entries = entries;
    }

    /// The record without what it holds: enough to say whether anything changed.
    @Transactional
    Optional<HealthRecord> head(UUID citizen) {
        return records.integratedBy(citizen);
    }

    @Transactional
    Optional<OwnRecord> whole(UUID citizen) {
        return records.integratedBy(citizen)
                .map(record -> new OwnRecord(record.id(), record.version(), entries.ofRecord(record.id())));
    }

    /// All versions of one resource, the latest first; empty when no version of a visit ever held it.
    @Transactional
    List<Version> versions(UUID citizen, String type, String id) {
        var record = records.integratedBy(citizen).map(HealthRecord::id).orElse(null);
        if (record == null) {
            return List.of();
        }
        var reference = type + "/" + id;
        return visits(entries.ofRecord(record), reference).stream()
                .map(visit -> versions(entries.versions(record, visit), reference))
                .filter(versions -> versions.stream().anyMatch(version -> version.entry() != null))
                .findFirst()
                .orElse(List.of());
    }

    /// The visit that holds the resource, or else those that were corrected: one of them may have held it.
    private static List<UUID> visits(List<RecordEntry> all, String reference) {
        var holding = all.stream()
                .filter(entry -> entry.reference().equals(reference))
                .map(RecordEntry::visit)
                .limit(1)
                .toList();
        return holding.isEmpty()
                ? all.stream()
                        .filter(entry -> entry.version() > 1)
                        .map(RecordEntry::visit)
                        .distinct()
                        .toList()
                : holding;
    }

    private static List<Version> versions(List<List<RecordEntry>> visit, String reference) {
        return visit.stream()
                .filter(entries -> !entries.isEmpty())
                .map(entries -> new Version(
                        entries.getFirst(),
                        entries.stream()
                                .filter(entry -> entry.reference().equals(reference))
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    /// One version of a visit.
    ///
    /// @param of any resource of that version
    /// @param entry the resource itself, absent when this version of the visit is without it
    record Version(RecordEntry of, @Nullable RecordEntry entry) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What a citizen's record holds at one moment.
    ///
    /// @param id of the record and of its Patient
    /// @param version counts what changed in it
    record OwnRecord(UUID id, long version, List<RecordEntry> entries) implements Sensitive {

        /// The resource of that type and id.
        Optional<RecordEntry> find(String type, String id) {
            var reference = type + "/" + id;
            return entries.stream()
                    .filter(entry -> entry.reference().equals(reference))
                    .findFirst();
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }
}
