package hoso.healthrecord.reading.summary;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the International Patient Summary of a record. A section holds all facts of its kind; of what a document
/// says is not so nothing is told. A required section without any says why (`emptyReason`): `unavailable` only if
/// nothing was filed for it.
final class PatientSummary {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);
    private static final String LOINC = "http://loinc.org";
    private static final String ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    /// These frame the documents that a record is made of, and have no place in a document of their own kind.
    private static final Set<String> NEVER = Set.of("Composition", "Bundle", "MessageHeader", "Provenance", "List");

    private final UUID record;
    private final List<RecordEntry> entries;
    private final Map<String, RecordEntry> byReference;
    private final Locale language;
    private final Instant now;
    private final String base;
    private final Narrative narrative;
    private final Map<String, ObjectNode> held = new LinkedHashMap<>();

    /// @param entries all resources of the record
    /// @param base address of the FHIR API, under which the resources have their names
    PatientSummary(UUID record, List<RecordEntry> entries, Locale language, Instant now, String base) {
        this.record = record;
        this.entries = entries;
        this.byReference =
                entries.stream().collect(Collectors.toMap(RecordEntry::reference, Function.identity(), (a, _) -> a));
        this.language = language;
        this.now = now;
        this.base = base;
        this.narrative = new Narrative(new Words(entries), language);
    }

    ObjectNode bundle(Set<SummarySection> wanted) {
        hold("Patient/" + record, patient());
        hold("Organization/" + author(), organisation());
        var composition = composition(wanted);
        close();
        var bundle = object().put("resourceType", "Bundle");
        bundle.putObject("meta")
                .putArray("profile")
                .add("http://hl7.org/fhir/uv/ips/StructureDefinition/Bundle-uv-ips");
        bundle.put("language", tag());
        bundle.putObject("identifier")
                .put("system", "urn:ietf:rfc:3986")
                .put("value", "urn:uuid:" + id("bundle/" + now + "/" + language));
        bundle.put("type", "document").put("timestamp", at());
        var all = bundle.putArray("entry");
        add(all, "Composition/" + composition.path("id").asText(), composition);
        held.forEach((reference, resource) -> add(all, reference, resource));
        return bundle;
    }

    private void add(ArrayNode all, String reference, ObjectNode resource) {
        all.addObject().put("fullUrl", base + "/" + reference).set("resource", resource);
    }

    private ObjectNode composition(Set<SummarySection> wanted) {
        var composition = object().put("resourceType", "Composition").put("id", id("composition"));
        composition
                .putObject("meta")
                .putArray("profile")
                .add("http://hl7.org/fhir/uv/ips/StructureDefinition/Composition-uv-ips");
        composition.put("language", tag()).put("status", "final");
        composition.set("type", coded("60591-5", "Patient summary Document"));
        composition.putObject("subject").put("reference", "Patient/" + record);
        composition.put("date", at());
        composition.putArray("author").addObject().put("reference", "Organization/" + author());
        composition.put("title", english() ? "Patient summary" : "Tóm tắt hồ sơ sức khỏe");
        var sections = composition.putArray("section");
        for (var section : SummarySection.values()) {
            if (wanted.contains(section) || section.isRequired()) {
                section(sections, section, wanted.contains(section));
            }
        }
        return composition;
    }

    private void section(ArrayNode sections, SummarySection section, boolean isWanted) {
        var all = section.of(entries);
        var facts = isWanted ? all.stream().filter(RecordEntry::isFact).toList() : List.<RecordEntry>of();
        if (facts.isEmpty() && !section.isRequired()) {
            return;
        }
        var told = sections.addObject().put("title", section.title(language));
        told.set("code", coded(section.code(), section.display()));
        if (facts.isEmpty()) {
            var reason = isWanted ? empty(section, all) : Empty.WITHHELD;
            text(told, narrative.text(reason.text(language)));
            told.set("emptyReason", reason.concept());
            return;
        }
        text(told, narrative.table(facts));
        var references = told.putArray("entry");
        facts.forEach(fact -> {
            references.addObject().put("reference", fact.reference());
            hold(fact.reference(), SummaryContent.of(fact.resource()));
        });
    }

    private Empty empty(SummarySection section, List<RecordEntry> all) {
        if (section == SummarySection.PROBLEMS
                && SummarySection.PAST_PROBLEMS.of(entries).stream().anyMatch(RecordEntry::isFact)) {
            return Empty.PAST;
        }
        return all.isEmpty() ? Empty.UNAVAILABLE : Empty.WITHDRAWN;
    }

    private static void text(ObjectNode section, String div) {
        section.putObject("text").put("status", "generated").put("div", div);
    }

    private void hold(String reference, ObjectNode resource) {
        held.putIfAbsent(reference, resource);
    }

    /// Takes in what the resources refer to, so that the document stands alone. What is no fact, or frames another
    /// document, is named only.
    private void close() {
        var open = new ArrayDeque<>(held.values());
        while (!open.isEmpty()) {
            references(open.removeFirst()).forEach(reference -> {
                var to = reference.path("reference").asText();
                var found = byReference.get(to);
                if (held.containsKey(to) || to.startsWith("#")) {
                    return;
                }
                if (found == null || !found.isFact() || NEVER.contains(found.type())) {
                    reference.remove("reference");
                    if (!reference.has("display")) {
                        reference.put("display", found == null ? to : found.type());
                    }
                    return;
                }
                var copy = SummaryContent.of(found.resource());
                if (found.type().equals("Encounter")) {
                    // Where and when: its diagnoses stand in the sections.
                    copy.remove(List.of("diagnosis", "reasonReference", "appointment", "basedOn"));
                }
                held.put(to, copy);
                open.addLast(copy);
            });
        }
    }

    private static Stream<ObjectNode> references(JsonNode node) {
        var own = node instanceof ObjectNode object && object.path("reference").isTextual()
                ? Stream.of(object)
                : Stream.<ObjectNode>empty();
        return Stream.concat(own, node.valueStream().flatMap(PatientSummary::references)).toList().stream();
    }

    /// The Patient of the record; what IPS wants and nobody filed is told as unknown.
    private ObjectNode patient() {
        var reference = "Patient/" + record;
        var filed = byReference.get(reference);
        var patient = filed == null
                ? object().put("resourceType", "Patient").put("id", record.toString())
                : SummaryContent.of(filed.resource());
        patient.remove(List.of("generalPractitioner", "managingOrganization", "link"));
        var named = patient.path("name")
                .valueStream()
                .anyMatch(name -> name.has("text") || name.has("family") || name.has("given"));
        if (!named) {
            absent(patient.putArray("name").addObject(), "text");
        }
        if (!patient.has("birthDate")) {
            absent(patient, "birthDate");
        }
        return patient;
    }

    private static void absent(ObjectNode into, String element) {
        into.putObject("_" + element)
                .putArray("extension")
                .addObject()
                .put("url", ABSENT)
                .put("valueCode", "unknown");
    }

    private ObjectNode organisation() {
        return object().put("resourceType", "Organization")
                .put("id", author())
                .put("active", true)
                .put("name", english() ? "Electronic health record (Hoso)" : "Sổ sức khỏe điện tử (Hoso)");
    }

    private String author() {
        return id("author");
    }

    private String id(String what) {
        return UUID.nameUUIDFromBytes((record + "/summary/" + what).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String at() {
        return ISO_OFFSET_DATE_TIME.format(now.truncatedTo(ChronoUnit.SECONDS).atOffset(LOCAL));
    }

    private boolean english() {
        return language.equals(Locale.ENGLISH);
    }

    private String tag() {
        return english() ? "en" : "vi";
    }

    private static ObjectNode coded(String code, String display) {
        var concept = object();
        concept.putArray("coding")
                .addObject()
                .put("system", LOINC)
                .put("code", code)
                .put("display", display);
        return concept;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /// Why a section is empty.
    private enum Empty {
        UNAVAILABLE("unavailable", "Unavailable", "Chưa có dữ liệu nào được gửi.", "Nothing has been filed."),
        PAST("", "", "Chỉ có bệnh đã qua, xem mục Bệnh đã qua.", "Only past problems were filed; see Past problems."),
        WITHDRAWN(
                "",
                "",
                "Chỉ có mục mà chính tài liệu ghi là không đúng hoặc chưa thực hiện.",
                "Only entries that their documents say are not so, or not yet."),
        WITHHELD(
                "withheld",
                "Information Withheld",
                "Người dân không chia sẻ phần này.",
                "The citizen did not share this part.");

        private final String code;
        private final String display;
        private final String vietnamese;
        private final String english;

        Empty(String code, String display, String vietnamese, String english) {
            this.code = code;
            this.display = display;
            this.vietnamese = vietnamese;
            this.english = english;
        }

        String text(Locale language) {
            return language.equals(Locale.ENGLISH) ? english : vietnamese;
        }

        ObjectNode concept() {
            var concept = object();
            if (!code.isEmpty()) {
                concept.putArray("coding")
                        .addObject()
                        .put("system", "http://terminology.hl7.org/CodeSystem/list-empty-reason")
                        .put("code", code)
                        .put("display", display);
            }
            return concept.put("text", english);
        }
    }
}
