package hoso.healthrecord.sharing.content;

import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.Denials;
import hoso.healthrecord.access.restriction.Restriction;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import hoso.healthrecord.reading.resource.ReadEntries;
import hoso.healthrecord.reading.resource.RecordEntry;
import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The resources of a record that its owner hands on. A visit that was taken back, that the owner keeps from others, or
/// that touches a sensitive category which was not named, is not among them.
@ApplicationScoped
public class ChosenEntries {
    private final Visits visits;
    private final ReadEntries entries;
    private final Denials denials;

    ChosenEntries(Visits visits, ReadEntries entries, Denials denials) {
        this.visits = visits;
        this.entries = entries;
        this.denials = denials;
    }

    /// What was chosen.
    ///
    /// @param visits those that may be shown, each with its version
    /// @param entries the Patient first, then visit by visit, the newest first
    public record Chosen(Map<UUID, Integer> visits, List<RecordEntry> entries) {
        @Override
        public String toString() {
            return "Chosen[" + visits.keySet() + "]";
        }
    }

    /// What of a record may be shown.
    ///
    /// @param sensitive the categories that were named
    public Chosen of(UUID record, Set<DataKind> kinds, Set<SensitiveCategory> sensitive) {
        var restriction = new Restriction(kinds, sensitive, null, null, denials.of(record));
        var seen = new HashMap<UUID, Integer>();
        for (var filed : visits.filed(record, null)) {
            var kept = filed.kept();
            if (kept.retraction() == null
                    && restriction.narrow(kept.id(), kept.visit()).isPresent()) {
                seen.put(kept.id(), kept.version());
            }
        }
        var shown = entries.ofRecord(record).stream()
                .filter(entry ->
                        seen.containsKey(entry.visit()) || (entry.type().equals("Patient") && !seen.isEmpty()))
                .filter(entry -> ResourceKinds.isIn(entry, restriction.visible()))
                .map(entry -> entry.type().equals("Patient") ? withoutSource(entry) : entry)
                .toList();
        return new Chosen(Map.copyOf(seen), shown);
    }

    /// The Patient is of the newest visit, which may be one that is not shown: nothing tells that there is one.
    private static RecordEntry withoutSource(RecordEntry patient) {
        var resource = patient.resource().deepCopy();
        resource.remove("meta");
        return new RecordEntry(
                patient.visit(),
                patient.version(),
                patient.facility(),
                patient.admittedAt(),
                patient.receivedAt(),
                patient.place(),
                patient.standing(),
                resource);
    }
}
