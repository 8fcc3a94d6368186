package hoso.healthrecord.document;

import static hoso.healthrecord.document.FhirJson.coding;
import static hoso.healthrecord.document.FhirJson.firstCode;
import static hoso.healthrecord.document.FhirJson.identifier;
import static hoso.healthrecord.document.FhirJson.ofType;
import static hoso.healthrecord.document.FhirJson.text;
import static hoso.healthrecord.document.FhirJson.textOf;

import hoso.healthrecord.document.FhirJson.Entry;
import hoso.healthrecord.document.Flaw.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the Encounter of a bundle: where, when, what kind of care, and with which diagnoses.
final class FhirEncounterReader {
    private final Flaws flaws;
    private final Instant now;

    FhirEncounterReader(Flaws flaws, Instant now) {
        this.flaws = flaws;
        this.now = now;
    }

    /// The facility is named in the encounter itself, or by the organisation in the bundle that it refers to.
    String facility(List<Entry> entries, Entry encounter) {
        var provider = encounter.at("serviceProvider");
        var named = provider.at("identifier").node();
        var facility = FhirJson.FACILITY.equals(named.path("system").asText()) ? text(named.path("value")) : null;
        if (facility == null) {
            var reference = provider.node().path("reference").asText("");
            facility = ofType(entries, "Organization")
                    .filter(one -> reference.equals(one.fullUrl())
                            || reference.equals(
                                    "Organization/" + one.resource().path("id").asText()))
                    .map(one -> identifier(one.at("identifier"), Set.of(FhirJson.FACILITY)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (facility == null) {
            flaws.add(provider.pointer() + ".identifier", Code.MISSING);
            return "";
        }
        if (!ClaimEnvelopeReader.FACILITY.matcher(facility).matches()) {
            flaws.add(provider.pointer() + ".identifier", Code.FACILITY_UNKNOWN);
        }
        return facility;
    }

    static CareKind careKind(Entry encounter) {
        for (var type : encounter.resource().path("type")) {
            var code = coding(type, Set.of(FhirJson.CARE_KIND));
            if (code != null) {
                return CareKind.of(code);
            }
        }
        return switch (encounter.resource().path("class").path("code").asText("")) {
            case "AMB" -> CareKind.EXAMINATION;
            case "IMP", "ACUTE", "NONAC" -> CareKind.INPATIENT;
            case "SS" -> CareKind.DAY_INPATIENT;
            default -> CareKind.OTHER;
        };
    }

    void period(Entry encounter, Instant admittedAt, @Nullable Instant dischargedAt) {
        var latest = now.plusSeconds(86_400);
        if (admittedAt.isAfter(latest)) {
            flaws.add(encounter.pointer() + ".period.start", Code.DATE_IN_FUTURE);
        }
        if (dischargedAt != null && dischargedAt.isAfter(latest)) {
            flaws.add(encounter.pointer() + ".period.end", Code.DATE_IN_FUTURE);
        }
        if (dischargedAt != null && dischargedAt.isBefore(admittedAt)) {
            flaws.add(encounter.pointer() + ".period.end", Code.ENDS_BEFORE_IT_BEGINS);
        }
    }

    List<Visit.Diagnosis> diagnoses(List<Entry> entries, Entry encounter) {
        var mainReference = "";
        for (var one : encounter.resource().path("diagnosis")) {
            if (one.path("rank").asInt(0) == 1) {
                mainReference = one.path("condition").path("reference").asText("");
            }
        }
        var conditions = ofType(entries, "Condition").toList();
        var diagnoses = new ArrayList<Visit.Diagnosis>();
        for (int i = 0; i < conditions.size(); i++) {
            var condition = conditions.get(i);
            var id = "Condition/" + condition.resource().path("id").asText();
            var main = mainReference.isEmpty()
                    ? i == 0
                    : mainReference.equals(condition.fullUrl()) || mainReference.equals(id);
            var code = condition.resource().path("code");
            diagnoses.add(new Visit.Diagnosis(firstCode(code), textOf(code), main));
        }
        return List.copyOf(diagnoses);
    }
}
