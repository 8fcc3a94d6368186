package hoso.healthrecord.document.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Our check of structure beside that of the reference implementation: whatever it refuses for structure, we refuse or
/// tell. Each difference stands in `structure/differences.tsv` with its reason; a new one fails the build. With
/// `-Dhoso.corpus=DIR` all resources of a folder are taken in the place of the small sample.
@Tag("core")
class StructureDifferenceTest {
    private static final String FRAME = """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"resource":{"resourceType":"Patient","id":"nguoi-benh","gender":"male","birthDate":"1985-06-02",
              "identifier":[{"system":"urn:vn:so-dinh-danh","value":"003085000017"}],"name":[{"text":"TRẦN VĂN THỬ"}]}},
             {"resource":{"resourceType":"Encounter","id":"luot","status":"finished","subject":{"reference":"Patient/nguoi-benh"},
              "identifier":[{"system":"urn:vn:ma-lk","value":"DOT-1"}],"class":{"code":"AMB"},
              "period":{"start":"2026-10-20T07:40:00+07:00"},
              "serviceProvider":{"identifier":{"system":"urn:vn:cskcb","value":"01000"}}}}]}
            """;

    /// Elements of the frame that the bundle gives, and that the reference implementation does not hold to it.
    private static final Set<String> OF_THE_FRAME = Set.of("subject", "patient", "encounter", "context");

    /// Marks of what is refused by an invariant, or by a terminology that we do not ask.
    private static final List<String> NO_STRUCTURE =
            List.of("Constraint failed", "Rule ", "Unknown code '", "CodeSystem is unknown");

    /// Deeper elements are those of data types, which the sample has elsewhere.
    private static final int DEPTH = System.getProperty("hoso.corpus", "").isEmpty() ? 3 : 40;

    /// One change of a resource.
    ///
    /// @param place type and path of the element, without the numbers of lists
    record Mutation(String kind, String place, ObjectNode resource) {
        String key() {
            return kind + "\t" + place;
        }
    }

    @Test
    void whatTheReferenceImplementationRefusesForStructureIsNotTakenSilently() throws IOException {
        var known = differences();
        var found = new TreeMap<String, String>();
        var asked = new HashSet<String>();
        for (var resource : sample()) {
            var before = new HashSet<>(structure(resource));
            for (var mutation : mutations(resource)) {
                if (!asked.add(mutation.key())) {
                    continue;
                }
                var refused = structure(mutation.resource());
                refused.removeAll(before);
                if (!refused.isEmpty() && isTakenSilently(mutation.resource())) {
                    found.put(mutation.key(), refused.getFirst());
                }
            }
        }

        assertThat(asked.size()).isGreaterThan(100);
        found.keySet().removeAll(known);
        assertThat(found)
                .as("differences without a reason in structure/differences.tsv")
                .isEmpty();
    }

    @Test
    void aReferenceToAnotherPatientIsRefusedAtAnyDepth() throws IOException {
        for (var resource : sample()) {
            for (var mutation : otherPatients(resource)) {
                var reading = bundled(mutation.resource());
                assertThat(reading).as(mutation.key()).isInstanceOf(Reading.Refused.class);
                assertThat(((Reading.Refused) reading).flaws())
                        .as(mutation.key())
                        .anyMatch(flaw -> flaw.code() == Code.OTHER_PATIENT);
            }
        }
    }

    /// The sample as it is: nothing of it is refused.
    @Test
    void noResourceOfTheSampleIsRefused() throws IOException {
        for (var resource : sample()) {
            assertThat(read(resource)).as(resource.path("id").asText()).isInstanceOf(Reading.Read.class);
        }
    }

    private static List<Mutation> mutations(ObjectNode resource) {
        var all = new ArrayList<Mutation>();
        walk(resource, resource, resource.path("resourceType").asText(), List.of(), all);
        return all;
    }

    private static void walk(ObjectNode root, JsonNode node, String place, List<Object> path, List<Mutation> all) {
        if (node.isArray()) {
            // One item stands for all.
            if (!node.isEmpty()) {
                walk(root, node.path(0), place, with(path, 0), all);
            }
            return;
        }
        if (path.size() > DEPTH) {
            return;
        }
        for (var child : node.properties()) {
            var name = child.getKey();
            if (name.equals("resourceType") || OF_THE_FRAME.contains(name)) {
                continue;
            }
            var value = child.getValue();
            var there = with(path, name);
            var element = place + "." + name;
            all.add(change("dropped", element, root, there, null));
            all.add(change("unknown element", element, root, with(path, name + "Khac"), value));
            if (value.isArray()) {
                all.add(change("list as one", element, root, there, value.path(0)));
            } else {
                all.add(change(
                        "one as list", element, root, there, root.arrayNode().add(value)));
            }
            if (value.isObject() || value.path(0).isObject()) {
                all.add(change("object as text", element, root, there, root.textNode("khac")));
                walk(root, value, element, there, all);
            } else if (!value.isArray()) {
                all.add(change(
                        "value as object",
                        element,
                        root,
                        there,
                        root.objectNode().put("khac", "khac")));
                all.add(change("text as number", element, root, there, root.numberNode(-7)));
                all.add(change("other text", element, root, there, root.textNode("khac khac")));
            }
        }
    }

    private static List<Mutation> otherPatients(ObjectNode resource) {
        var all = new ArrayList<Mutation>();
        references(resource, resource, resource.path("resourceType").asText(), List.of(), all);
        return all;
    }

    private static void references(
            ObjectNode root, JsonNode node, String place, List<Object> path, List<Mutation> all) {
        if (node.path("reference").isTextual()) {
            all.add(change("other patient", place, root, with(path, "reference"), root.textNode("Patient/khac")));
        }
        node.properties()
                .forEach(child -> references(
                        root, child.getValue(), place + "." + child.getKey(), with(path, child.getKey()), all));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            references(root, node.path(i), place, with(path, i), all);
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        var longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    private static Mutation change(
            String kind,
            String place,
            ObjectNode root,
            List<Object> path,
            @org.jspecify.annotations.Nullable JsonNode value) {
        var changed = root.deepCopy();
        JsonNode parent = changed;
        for (var step : path.subList(0, path.size() - 1)) {
            parent = step instanceof Integer i ? parent.path(i) : parent.path(step.toString());
        }
        var name = path.getLast().toString();
        if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
        return new Mutation(kind, place, changed);
    }

    private static boolean isTakenSilently(ObjectNode resource) {
        return read(resource) instanceof Reading.Read read
                && read.unknownTags().stream().noneMatch(tag -> tag.startsWith("Bundle."));
    }

    private static Reading read(ObjectNode resource) {
        return bundled(fitted(resource));
    }

    private static Reading bundled(JsonNode resource) {
        try {
            var bundle = FhirBundleReader.MAPPER.readTree(FRAME);
            ((com.fasterxml.jackson.databind.node.ArrayNode) bundle.path("entry"))
                    .addObject()
                    .set("resource", resource);
            return FhirBundleReader.read(bundle.toString().getBytes(StandardCharsets.UTF_8), Documents.NOW);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// About the patient and the visit of the frame.
    private static JsonNode fitted(ObjectNode resource) {
        var fitted = resource.deepCopy();
        for (var name : OF_THE_FRAME) {
            if (fitted.has(name)) {
                var visit = name.equals("encounter") || name.equals("context");
                fitted.putObject(name).put("reference", visit ? "Encounter/luot" : "Patient/nguoi-benh");
            }
        }
        return fitted;
    }

    /// What is refused for structure: neither by an invariant, nor for a code that is only recommended.
    private static List<String> structure(ObjectNode resource) {
        return new ArrayList<>(ReferenceValidator.errors(resource.toString()).stream()
                .filter(error -> NO_STRUCTURE.stream().noneMatch(error::contains))
                .toList());
    }

    private static List<ObjectNode> sample() throws IOException {
        var folder = System.getProperty("hoso.corpus", "");
        var found = new ArrayList<ObjectNode>();
        if (folder.isEmpty()) {
            try (var in = StructureDifferenceTest.class.getResourceAsStream("/structure/sample.json")) {
                FhirBundleReader.MAPPER.readTree(in).forEach(one -> found.add(local((ObjectNode) one)));
            }
            return found;
        }
        try (var files = Files.walk(Path.of(folder))) {
            for (var file : files.filter(one -> one.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                if (FhirBundleReader.MAPPER.readTree(Files.readAllBytes(file)) instanceof ObjectNode one
                        && hasElements(one)
                        && read(local(one)) instanceof Reading.Read) {
                    found.add(local(one));
                }
            }
        }
        return found;
    }

    private static boolean hasElements(JsonNode resource) {
        var type = FhirTypes.of(resource.path("resourceType").asText());
        return type != null && !type.elements().isEmpty();
    }

    /// Patients of examples are the one of the frame.
    private static ObjectNode local(ObjectNode resource) {
        try {
            return (ObjectNode) FhirBundleReader.MAPPER.readTree(
                    resource.toString().replaceAll("\"Patient/[A-Za-z0-9.-]+\"", "\"Patient/nguoi-benh\""));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Set<String> differences() throws IOException {
        try (var in = StructureDifferenceTest.class.getResourceAsStream("/structure/differences.tsv")) {
            var known = new TreeSet<String>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> {
                        assertThat(cells).as("kind, place, reason").hasSize(3);
                        assertThat(cells[2]).isNotBlank();
                        known.add(cells[0] + "\t" + cells[1]);
                    });
            return known;
        }
    }
}
