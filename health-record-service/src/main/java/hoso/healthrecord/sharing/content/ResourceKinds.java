package hoso.healthrecord.sharing.content;

import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.util.Map;
import java.util.Set;

/// Which kind of data a resource is.
final class ResourceKinds {
    private static final Map<String, DataKind> KINDS = Map.ofEntries(
            Map.entry("Condition", DataKind.DIAGNOSIS),
            Map.entry("Medication", DataKind.MEDICATION),
            Map.entry("MedicationAdministration", DataKind.MEDICATION),
            Map.entry("MedicationDispense", DataKind.MEDICATION),
            Map.entry("MedicationRequest", DataKind.MEDICATION),
            Map.entry("MedicationStatement", DataKind.MEDICATION),
            Map.entry("AllergyIntolerance", DataKind.ALLERGY),
            Map.entry("Immunization", DataKind.VACCINATION),
            Map.entry("ImmunizationRecommendation", DataKind.VACCINATION),
            Map.entry("Observation", DataKind.RESULT),
            Map.entry("DiagnosticReport", DataKind.RESULT),
            Map.entry("ImagingStudy", DataKind.RESULT),
            Map.entry("Specimen", DataKind.RESULT),
            Map.entry("Procedure", DataKind.PROCEDURE),
            Map.entry("Device", DataKind.PROCEDURE));

    /// Who, where and when: it belongs to every kind.
    private static final Set<String> FRAME =
            Set.of("Patient", "Encounter", "Organization", "Practitioner", "PractitionerRole", "Location");

    /// They tell of every kind.
    private static final Set<String> DOCUMENTS = Set.of("DocumentReference", "Composition", "Binary", "Media");

    private ResourceKinds() {}

    static boolean isIn(RecordEntry entry, Set<DataKind> kinds) {
        var type = entry.type();
        if (FRAME.contains(type)) {
            return true;
        }
        return DOCUMENTS.contains(type) ? kinds.equals(DataKind.ALL) : kinds.contains(kind(entry));
    }

    private static DataKind kind(RecordEntry entry) {
        var kind = KINDS.getOrDefault(entry.type(), DataKind.NOTE);
        return kind == DataKind.RESULT && isVitalSign(entry) ? DataKind.VITAL_SIGN : kind;
    }

    private static boolean isVitalSign(RecordEntry entry) {
        for (var category : entry.resource().path("category")) {
            for (var coding : category.path("coding")) {
                if (coding.path("code").asText("").equals("vital-signs")) {
                    return true;
                }
            }
        }
        return false;
    }
}
