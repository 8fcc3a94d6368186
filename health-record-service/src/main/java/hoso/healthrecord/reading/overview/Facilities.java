package hoso.healthrecord.reading.overview;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.reading.overview.Overview.Facility;
import hoso.healthrecord.reading.overview.Overview.Status;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From which facilities visits came, and from which one is still expected: a referral names where the patient goes
/// next.
final class Facilities {
    private Facilities() {}

    static List<Facility> of(List<RecordEntry> entries) {
        var visits = new LinkedHashMap<String, List<RecordEntry>>();
        entries.stream()
                .filter(entry -> entry.type().equals("Encounter") && entry.isFact())
                .forEach(entry -> visits.computeIfAbsent(entry.facility(), _ -> new ArrayList<>())
                        .add(entry));
        var facilities = new ArrayList<Facility>();
        visits.forEach((facility, theirs) -> facilities.add(received(facility, theirs)));
        expected(entries).forEach((facility, since) -> {
            var theirs = visits.getOrDefault(facility, List.of());
            if (theirs.stream().noneMatch(visit -> visit.admittedAt().isAfter(since))) {
                facilities.removeIf(one -> one.facility().equals(facility));
                facilities.add(new Facility(facility, name(theirs), Status.NOT_YET, theirs.size(), latest(theirs)));
            }
        });
        return List.copyOf(facilities);
    }

    private static Facility received(String facility, List<RecordEntry> theirs) {
        return new Facility(facility, name(theirs), Status.RECEIVED, theirs.size(), latest(theirs));
    }

    private static @Nullable OffsetDateTime latest(List<RecordEntry> visits) {
        return visits.stream()
                .map(RecordEntry::admittedAt)
                .max(Comparator.naturalOrder())
                .map(at -> at.atOffset(VisitRules.LOCAL))
                .orElse(null);
    }

    private static @Nullable String name(List<RecordEntry> visits) {
        return visits.stream()
                .map(visit -> visit.resource().path("serviceProvider").path("display"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(name -> !name.matches("[0-9]{2}[0-9A-Z]{3}"))
                .findFirst()
                .orElse(null);
    }

    /// Where the patient was sent, and when the visit began that sent.
    private static Map<String, Instant> expected(List<RecordEntry> entries) {
        var expected = new LinkedHashMap<String, Instant>();
        entries.stream()
                .filter(entry -> entry.type().equals("ServiceRequest") && entry.isFact())
                .forEach(entry -> entry.resource().path("performer").forEach(performer -> {
                    var code = performer.path("identifier").path("value");
                    if (code.isTextual()
                            && VisitRules.FACILITY.matcher(code.asText()).matches()) {
                        expected.merge(code.asText(), entry.admittedAt(), (a, b) -> a.isAfter(b) ? a : b);
                    }
                }));
        return expected;
    }
}
