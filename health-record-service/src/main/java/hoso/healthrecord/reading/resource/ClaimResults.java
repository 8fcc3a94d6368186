package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.claim.ClaimRowsReader.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rows of results (XML4) become: an Observation for each index, and a DiagnosticReport for each service
/// of one time, which holds the conclusion.
final class ClaimResults {
    private final Frame frame;
    private final Map<String, String> services = new LinkedHashMap<>();
    private final Map<String, Report> reports = new LinkedHashMap<>();

    /// A report, and the first row of it.
    record Report(Row first, ObjectNode resource, List<String> texts) {}

    /// @param services the rows of services, which name what a result is of
    ClaimResults(Frame frame, List<Row> services) {
        this.frame = frame;
        for (var row : services) {
            var code = row.text("MA_DICH_VU");
            var name = row.text("TEN_DICH_VU");
            if (code != null && name != null) {
                this.services.putIfAbsent(code, name);
            }
        }
    }

    Stream<ObjectNode> observation(Row row) {
        var report = report(row);
        var name = row.text("TEN_CHI_SO");
        var index = Nodes.concept("urn:vn:ma-chi-so", row.text("MA_CHI_SO"), name);
        var about = ClaimTreatments.joined("\n", row.text("MO_TA"), row.text("KET_LUAN"));
        if (index == null && row.text("GIA_TRI") == null) {
            // An image or an examination: what was seen and concluded is the report itself.
            if (about != null) {
                report.texts().add(about);
            }
            return Stream.empty();
        }
        var observation = frame.inEncounter("Observation", row.place()).put("status", "final");
        observation
                .withArray("category")
                .add(Nodes.coded(
                        "http://terminology.hl7.org/CodeSystem/observation-category", "laboratory", "Laboratory"));
        observation.set("code", index == null ? service(row) : index);
        Nodes.put(observation, "effectiveDateTime", Nodes.time(row.moment("NGAY_KQ")));
        var quantity = Units.quantity(row.text("GIA_TRI"), row.text("DON_VI_DO"));
        if (quantity != null) {
            observation.set("valueQuantity", quantity);
        } else {
            Nodes.put(
                    observation,
                    "valueString",
                    ClaimTreatments.joined(" ", row.text("GIA_TRI"), row.text("DON_VI_DO")));
        }
        Nodes.note(observation, about);
        report.resource()
                .withArray("result")
                .add(Nodes.reference("Observation/" + observation.path("id").asText()));
        if (row.text("KET_LUAN") != null) {
            report.texts().add(Objects.requireNonNull(row.text("KET_LUAN")));
        }
        return Stream.of(observation);
    }

    private Report report(Row row) {
        var key = row.text("MA_DICH_VU") + "|" + row.text("NGAY_KQ");
        return reports.computeIfAbsent(key, _ -> {
            var resource = frame.inEncounter("DiagnosticReport", row.place() + "/report")
                    .put("status", "final");
            resource.set("code", service(row));
            Nodes.put(resource, "effectiveDateTime", Nodes.time(row.moment("NGAY_KQ")));
            return new Report(row, resource, new ArrayList<>());
        });
    }

    private ObjectNode service(Row row) {
        var code = row.text("MA_DICH_VU");
        var name = code == null ? null : services.get(code);
        var concept = Nodes.concept(ClaimTreatments.SERVICE, code, name);
        return concept == null ? Nodes.text(ClaimPapers.titleOf("XML4")) : concept;
    }

    /// The reports, once all rows are read.
    List<Report> reports() {
        return reports.values().stream()
                .filter(report ->
                        report.resource().has("result") || !report.texts().isEmpty())
                .map(report -> {
                    Nodes.put(report.resource(), "conclusion", conclusion(report));
                    return report;
                })
                .toList();
    }

    private static @Nullable String conclusion(Report report) {
        return report.texts().isEmpty()
                ? null
                : String.join("\n", report.texts().stream().distinct().toList());
    }
}
