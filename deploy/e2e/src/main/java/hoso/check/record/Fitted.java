package hoso.check.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A published example as this hospital would send it: the same content, about the citizen of the check, in visits of
/// this facility. What is about somebody else inside the example stays, and is refused.
///
/// @param document the bundle
/// @param resources what must be found again: its resources beside Patient and Encounter
record Fitted(String source, JsonNode document, List<JsonNode> resources) {
    /// Definitions of FHIR itself, which are in nobody's record.
    private static final Set<String> DEFINITIONS = Set.of(
            "ActivityDefinition",
            "CapabilityStatement",
            "ChargeItemDefinition",
            "CodeSystem",
            "CompartmentDefinition",
            "ConceptMap",
            "EffectEvidenceSynthesis",
            "EventDefinition",
            "Evidence",
            "EvidenceVariable",
            "ExampleScenario",
            "GraphDefinition",
            "ImplementationGuide",
            "Library",
            "Measure",
            "MessageDefinition",
            "NamingSystem",
            "ObservationDefinition",
            "OperationDefinition",
            "OperationOutcome",
            "Parameters",
            "PlanDefinition",
            "Questionnaire",
            "ResearchDefinition",
            "ResearchElementDefinition",
            "RiskEvidenceSynthesis",
            "SearchParameter",
            "SpecimenDefinition",
            "StructureDefinition",
            "StructureMap",
            "Subscription",
            "TerminologyCapabilities",
            "TestReport",
            "TestScript",
            "ValueSet");

    private static final String PATIENT = "Patient/nguoi-benh";

    /// Absent for a definition.
    static Optional<Fitted> of(String source, JsonNode example, String episode) {
        var type = example.path("resourceType").asText("");
        if (type.isEmpty() || DEFINITIONS.contains(type)) {
            return Optional.empty();
        }
        if (type.equals("Bundle") && isOfDefinitions(example)) {
            return Optional.empty();
        }
        var bundle =
                type.equals("Bundle") ? ofBundle((ObjectNode) example, episode) : alone((ObjectNode) example, episode);
        var resources = new ArrayList<JsonNode>();
        for (var entry : bundle.path("entry")) {
            var resource = entry.path("resource");
            if (!Set.of("Patient", "Encounter")
                    .contains(resource.path("resourceType").asText())) {
                resources.add(resource);
            }
        }
        return Optional.of(new Fitted(source, bundle, resources));
    }

    private static boolean isOfDefinitions(JsonNode bundle) {
        var types = bundle.path("entry")
                .valueStream()
                .map(entry -> entry.path("resource").path("resourceType").asText())
                .toList();
        return !types.contains("Patient") && types.stream().anyMatch(DEFINITIONS::contains);
    }

    private static ObjectNode alone(ObjectNode example, String episode) {
        var bundle = (ObjectNode) Data.read(Data.bytes(Data.resource("record-bundle.json")));
        var entries = (ArrayNode) bundle.path("entry");
        var patient = (ObjectNode) entries.path(0).path("resource");
        var encounter = (ObjectNode) entries.path(1).path("resource");
        encounter.path("identifier").forEach(one -> ((ObjectNode) one).put("value", episode));
        switch (example.path("resourceType").asText()) {
            case "Patient" -> {
                var own = example.deepCopy();
                own.setAll(patient);
                ((ObjectNode) entries.path(0)).set("resource", own);
            }
            case "Encounter" -> {
                var own = example.deepCopy();
                own.setAll(encounter);
                own.set("status", example.path("status"));
                ((ObjectNode) entries.path(1)).set("resource", own);
            }
            default -> {
                toPatient(example, "");
                entries.addObject().set("resource", example);
            }
        }
        return bundle;
    }

    /// Whom a resource is about, and in which visit: those of the check.
    private static void toPatient(JsonNode node, String field) {
        if (node instanceof ObjectNode object) {
            var reference = object.path("reference").asText("");
            if (reference.startsWith("Patient/") || reference.contains("/Patient/")) {
                object.put("reference", PATIENT);
            } else if (Set.of("subject", "patient").contains(field) && reference.startsWith("Group/")) {
                object.put("reference", PATIENT);
            } else if (reference.startsWith("Encounter/")
                    && Set.of("encounter", "context").contains(field)) {
                object.put("reference", "Encounter/luot");
            }
        }
        node.properties().forEach(child -> toPatient(child.getValue(), child.getKey()));
        if (node.isArray()) {
            node.forEach(child -> toPatient(child, field));
        }
    }

    private static ObjectNode ofBundle(ObjectNode bundle, String episode) {
        var visits = 0;
        var identity = Data.resource("record-bundle.json").path("entry").path(0).path("resource");
        var numbers = new HashSet<String>();
        for (var entry : bundle.path("entry")) {
            if (!(entry.path("resource") instanceof ObjectNode resource)) {
                continue;
            }
            switch (resource.path("resourceType").asText()) {
                case "Patient" -> {
                    resource.path("identifier").forEach(one -> numbers.add(one.toString()));
                    for (var name : List.of("identifier", "name", "birthDate", "gender")) {
                        resource.set(name, identity.path(name));
                    }
                }
                case "Encounter" -> visit(resource, episode + "-" + visits++);
                case "Composition" -> document(resource, episode);
                default -> {}
            }
        }
        identifiers(bundle, numbers, identity.path("identifier").path(0));
        return bundle;
    }

    /// References to the patient by identifier name the citizen of the check.
    private static void identifiers(JsonNode node, Set<String> numbers, JsonNode own) {
        if (node instanceof ObjectNode object
                && numbers.contains(object.path("identifier").toString())) {
            object.set("identifier", own);
        }
        node.forEach(child -> identifiers(child, numbers, own));
    }

    private static void visit(ObjectNode encounter, String episode) {
        var identifiers = Data.JSON.createArrayNode();
        identifiers.addObject().put("system", "urn:vn:ma-lk").put("value", episode);
        encounter.path("identifier").forEach(identifiers::add);
        encounter.set("identifier", identifiers);
        encounter.withObject("/serviceProvider").set("identifier", facility());
        if (!encounter.path("period").has("start")) {
            encounter.withObject("/period").put("start", "2026-10-20T07:40:00+07:00");
        }
    }

    private static void document(ObjectNode composition, String episode) {
        composition.set("identifier", Data.JSON.valueToTree(Map.of("system", "urn:vn:ma-lk", "value", episode)));
        composition.withObject("/custodian").set("identifier", facility());
    }

    private static JsonNode facility() {
        return Data.JSON.valueToTree(Map.of("system", "urn:vn:cskcb", "value", "01000"));
    }
}
