package hoso.healthrecord.sharing.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.reading.resource.RecordEntry;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/// What a rescuer must know, in as few characters as a QR code takes: who it is, blood group, allergies, chronic
/// disease, and what was prescribed in the last half year. Facts only; each thing once.
@Singleton
class CardWriter {
    private static final Set<String> BLOOD_GROUP = Set.of("882-1", "883-9", "34530-6");
    private static final Duration RECENT = Duration.ofDays(183);
    private static final int LONGEST = 60;
    private static final String PERSON = "resource:0";

    private final ObjectMapper json;

    CardWriter(ObjectMapper json) {
        this.json = json;
    }

    /// The payload of a card, minified and deflated.
    ///
    /// @param most how many allergies, diseases and drugs, of each the newest
    byte[] payload(String issuer, Card card, List<RecordEntry> entries, int most) {
        var payload = json.createObjectNode()
                .put("iss", issuer)
                .put("nbf", card.issuedAt().getEpochSecond())
                .put("exp", card.until().getEpochSecond());
        var credential = payload.putObject("vc");
        credential.putArray("type").add("https://smarthealth.cards#health-card");
        credential.put("rid", card.rid());
        credential
                .putObject("credentialSubject")
                .put("fhirVersion", "4.0.1")
                .set("fhirBundle", bundle(entries, card.issuedAt(), most));
        var packed = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(json.writeValueAsBytes(payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private ObjectNode bundle(List<RecordEntry> entries, Instant now, int most) {
        var resources = new ArrayList<ObjectNode>();
        resources.add(person(entries));
        add(resources, entries, CardWriter::isBloodGroup, "code", 1, this::observation);
        add(resources, entries, of("AllergyIntolerance"), "code", most, this::allergy);
        add(resources, entries, CardWriter::isChronic, "code", most, this::condition);
        var recent = entries.stream()
                .filter(entry -> entry.admittedAt().isAfter(now.minus(RECENT)))
                .toList();
        add(
                resources,
                recent,
                of("MedicationRequest", "MedicationStatement"),
                "medicationCodeableConcept",
                most,
                this::medication);
        var bundle = json.createObjectNode().put("resourceType", "Bundle").put("type", "collection");
        var all = bundle.putArray("entry");
        for (int i = 0; i < resources.size(); i++) {
            all.addObject().put("fullUrl", "resource:" + i).set("resource", resources.get(i));
        }
        return bundle;
    }

    private static Predicate<RecordEntry> of(String... types) {
        return entry -> Set.of(types).contains(entry.type());
    }

    private ObjectNode person(List<RecordEntry> entries) {
        var person = json.createObjectNode().put("resourceType", "Patient");
        entries.stream().filter(of("Patient")).findFirst().ifPresent(entry -> {
            var source = entry.resource();
            var name = source.path("name").path(0);
            if (!name.isMissingNode()) {
                person.putArray("name").add(name);
            }
            if (source.path("birthDate").isTextual()) {
                person.set("birthDate", source.path("birthDate"));
            }
        });
        return person;
    }

    private interface Made {
        ObjectNode of(RecordEntry entry, ObjectNode concept);
    }

    private void add(
            List<ObjectNode> resources,
            List<RecordEntry> entries,
            Predicate<RecordEntry> wanted,
            String field,
            int most,
            Made made) {
        Map<String, ObjectNode> once = new LinkedHashMap<>();
        for (var entry : entries) {
            var concept = entry.isFact() && wanted.test(entry)
                    ? concept(entry.resource().path(field))
                    : null;
            if (concept != null && once.size() < most) {
                var code = concept.path("coding")
                        .path(0)
                        .path("code")
                        .asText(concept.path("text").asText(""));
                once.computeIfAbsent(code, _ -> made.of(entry, concept));
            }
        }
        resources.addAll(once.values());
    }

    /// The first code and a short text.
    private @Nullable ObjectNode concept(JsonNode full) {
        var brief = json.createObjectNode();
        var coding = full.path("coding").path(0);
        if (coding.path("code").isTextual()) {
            var code = brief.putArray("coding").addObject();
            if (coding.path("system").isTextual()) {
                code.set("system", coding.path("system"));
            }
            code.set("code", coding.path("code"));
        }
        var text = full.path("text").asText(coding.path("display").asText(""));
        if (!text.isBlank()) {
            brief.put("text", text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        }
        return brief.isEmpty() ? null : brief;
    }

    private ObjectNode observation(RecordEntry entry, ObjectNode code) {
        var made = json.createObjectNode().put("resourceType", "Observation").put("status", "final");
        made.set("code", code);
        made.set("subject", reference());
        for (var value : List.of("valueCodeableConcept", "valueString")) {
            if (entry.resource().has(value)) {
                made.set(value, entry.resource().path(value));
            }
        }
        return made;
    }

    private ObjectNode allergy(RecordEntry entry, ObjectNode code) {
        var made = json.createObjectNode().put("resourceType", "AllergyIntolerance");
        made.set("code", code);
        made.set("patient", reference());
        if (entry.resource().path("criticality").isTextual()) {
            made.set("criticality", entry.resource().path("criticality"));
        }
        return made;
    }

    private ObjectNode condition(RecordEntry entry, ObjectNode code) {
        var made = json.createObjectNode().put("resourceType", "Condition");
        made.set("code", code);
        made.set("subject", reference());
        return made;
    }

    private ObjectNode medication(RecordEntry entry, ObjectNode code) {
        var made = json.createObjectNode()
                .put("resourceType", "MedicationStatement")
                .put("status", "unknown");
        made.set("medicationCodeableConcept", code);
        made.set("subject", reference());
        return made;
    }

    private ObjectNode reference() {
        return json.createObjectNode().put("reference", PERSON);
    }

    private static boolean isBloodGroup(RecordEntry entry) {
        return entry.type().equals("Observation") && codes(entry).stream().anyMatch(BLOOD_GROUP::contains);
    }

    private static boolean isChronic(RecordEntry entry) {
        return entry.type().equals("Condition") && codes(entry).stream().anyMatch(ChronicDiseases::has);
    }

    private static List<String> codes(RecordEntry entry) {
        var codes = new ArrayList<String>();
        entry.resource()
                .path("code")
                .path("coding")
                .forEach(coding -> codes.add(coding.path("code").asText("")));
        return codes;
    }
}
