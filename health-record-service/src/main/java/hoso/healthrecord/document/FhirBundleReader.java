package hoso.healthrecord.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hoso.healthrecord.document.FhirJson.Entry;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import java.io.CharArrayReader;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A visit as a FHIR R4 bundle: exactly one Patient and one Encounter, and what belongs to them. Every resource is
/// shown or counted, and kept with the document's bytes.
final class FhirBundleReader {

    private static final Set<String> TYPES = Set.of("transaction", "collection", "document", "message");
    private static final int MOST_ENTRIES = 5_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(DocumentFormat.MAX_BYTES)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .maxTokenCount(600_000)
                            .maxDocumentLength(DocumentFormat.MAX_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Flaws flaws = new Flaws();

    private final FhirHeaderReader headers;
    private final FhirTimeReader times;

    private FhirBundleReader(Instant now) {
        times = new FhirTimeReader(flaws);
        headers = new FhirHeaderReader(flaws, times, now);
    }

    static Reading read(byte[] document, Instant now) {
        if (document.length > DocumentFormat.MAX_BYTES) {
            return new Reading.Refused(List.of(new Flaw("Bundle", Code.CONTENT_TOO_LARGE)));
        }
        try {
            return new FhirBundleReader(now).read(tree(document));
        } catch (Stop stop) {
            return stop.refused();
        }
    }

    private static JsonNode tree(byte[] document) throws Stop {
        var text = Flaws.utf8(document, "Bundle");
        if (text.isEmpty()) {
            throw new Stop("Bundle", Code.EMPTY);
        }
        try {
            return MAPPER.readTree(
                    new CharArrayReader(text.array(), text.arrayOffset() + text.position(), text.remaining()));
        } catch (StreamConstraintsException e) {
            var message = String.valueOf(e.getOriginalMessage());
            throw new Stop("Bundle", message.contains("depth") ? Code.TOO_DEEP : Code.CONTENT_TOO_LARGE);
        } catch (JsonProcessingException _) {
            throw new Stop("Bundle", Code.MALFORMED);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("reading from memory", e);
        }
    }

    private Reading read(JsonNode bundle) throws Stop {
        if (!"Bundle".equals(bundle.path("resourceType").asText())) {
            throw new Stop("resourceType", Code.NOT_A_BUNDLE);
        }
        if (!TYPES.contains(bundle.path("type").asText())) {
            throw new Stop("Bundle.type", Code.UNKNOWN_CODE);
        }
        if (bundle.path("entry").size() > MOST_ENTRIES) {
            throw new Stop("Bundle.entry", Code.TOO_MANY_ELEMENTS);
        }
        var entries = new ArrayList<Entry>();
        var items = bundle.path("entry");
        for (int i = 0; i < items.size(); i++) {
            entries.add(new Entry(
                    "Bundle.entry[" + i + "].resource",
                    items.path(i).path("fullUrl").asText(""),
                    items.path(i).path("resource")));
        }
        var patient = only(entries, "Patient", Code.PATIENT_MISSING, Code.SEVERAL_PATIENTS);
        var encounter = frame(bundle, entries);
        var index = FhirIndexReader.of(entries);
        new FhirReferenceReader(flaws, index, patient, encounter).check();
        return visit(index, patient, encounter);
    }

    /// What holds the bundle together: its Encounter, or the Composition of a document that has none.
    private static Entry frame(JsonNode bundle, List<Entry> entries) throws Stop {
        var compositions = FhirJson.ofType(entries, "Composition").toList();
        return bundle.path("type").asText().equals("document")
                        && compositions.size() == 1
                        && FhirJson.ofType(entries, "Encounter").findAny().isEmpty()
                ? compositions.getFirst()
                : only(entries, "Encounter", Code.NO_VISIT, Code.SEVERAL_VISITS);
    }

    private static Entry only(List<Entry> entries, String type, Code none, Code several) throws Stop {
        var found = entries.stream().filter(entry -> entry.type().equals(type)).toList();
        if (found.isEmpty()) {
            throw new Stop("Bundle.entry", none);
        }
        if (found.size() > 1) {
            throw new Stop(found.get(1).pointer(), several);
        }
        return found.getFirst();
    }

    private Reading visit(FhirIndexReader index, Entry patient, Entry encounter) {
        var header = headers.read(index, patient, encounter);
        var findings = new FhirFindingsReader(index, times, patient, encounter).read(header.organisation());
        index.entries().forEach(entry -> FhirStructureReader.check(entry, flaws));
        if (flaws.any()) {
            return flaws.refused();
        }
        var visit = new Visit(header.header(), findings, disclosure(index.entries()));
        var also = findings.further().also().stream().map(Further.Counted::type).toList();
        return new Reading.Read(HivRedaction.shown(visit, false), also);
    }

    private Visit.Disclosure disclosure(List<Entry> entries) {
        return new Visit.Disclosure(
                labelledHiv(entries), entries.stream().anyMatch(entry -> speaksOfHiv(entry.resource())));
    }

    /// Senders mark protected resources with the security label `HIV` (HL7 ActCode).
    private static boolean labelledHiv(List<Entry> entries) {
        for (var entry : entries) {
            for (var label : entry.resource().path("meta").path("security")) {
                if ("HIV".equals(label.path("code").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean speaksOfHiv(JsonNode node) {
        if (node.isTextual()) {
            return HivRedaction.text(node.asText());
        }
        if (node.isObject() && HivRedaction.code(node.path("code").asText(""))) {
            return true;
        }
        for (var child : node) {
            if (speaksOfHiv(child)) {
                return true;
            }
        }
        return false;
    }
}
