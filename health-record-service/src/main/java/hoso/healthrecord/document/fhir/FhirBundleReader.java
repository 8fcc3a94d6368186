package hoso.healthrecord.document.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.DocumentSignature;
import hoso.healthrecord.document.Flaw;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.HivRedaction;
import hoso.healthrecord.document.Origin;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A visit as a FHIR R4 bundle: exactly one Patient and one Encounter, and what belongs to them. Every resource is
/// shown or counted, and kept with the document's bytes.
public final class FhirBundleReader {

    private static final Set<String> TYPES = Set.of("transaction", "collection", "document", "message");
    static final int MOST_ENTRIES = 30_000;

    /// So many unknown elements are told: a file that is wrong in each entry is wrong in one way.
    private static final int MOST_TOLD = 50;

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(DocumentFormat.MAX_BYTES)
                            .maxNumberLength(64)
                            .maxNameLength(256)
                            .maxTokenCount(3_000_000)
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

    /// The visit that a bundle tells of, or all that is wrong with it.
    public static Reading read(byte[] document, Instant now) {
        if (document.length > DocumentFormat.MAX_BYTES) {
            return new Reading.Refused(List.of(new Flaw("Bundle", Code.CONTENT_TOO_LARGE)));
        }
        try {
            return new FhirBundleReader(now).read(tree(document));
        } catch (Stop stop) {
            return stop.refused();
        }
    }

    static JsonNode tree(byte[] document) throws Stop {
        Flaws.checkUtf8(document, "Bundle");
        try {
            var tree = MAPPER.readTree(document);
            if (tree.isMissingNode()) {
                throw new Stop("Bundle", Code.EMPTY);
            }
            return tree;
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
        var entries = entries(bundle);
        var patient = only(FhirJson.ofType(entries, "Patient").toList(), Code.PATIENT_MISSING, Code.SEVERAL_PATIENTS);
        var index = FhirIndexReader.of(entries);
        var frame = frame(bundle, index, entries);
        new FhirReferenceReader(flaws, index, patient, frame).check();
        var signature = bundle.has("signature") ? DocumentSignature.UNCHECKED : DocumentSignature.ABSENT;
        return visit(index, entries, patient, frame, signature);
    }

    static List<Entry> entries(JsonNode bundle) {
        var entries = new ArrayList<Entry>();
        var items = bundle.path("entry");
        for (int i = 0; i < items.size(); i++) {
            entries.add(new Entry(
                    "Bundle.entry[" + i + "].resource",
                    items.path(i).path("fullUrl").asText(""),
                    items.path(i).path("resource")));
        }
        return List.copyOf(entries);
    }

    /// What holds the bundle together: its Encounter, or the Composition of a document that has none.
    private static Entry frame(JsonNode bundle, FhirIndexReader index, List<Entry> entries) throws Stop {
        var encounters = FhirJson.ofType(entries, "Encounter").toList();
        var compositions = FhirJson.ofType(entries, "Composition").toList();
        return bundle.path("type").asText().equals("document") && compositions.size() == 1 && encounters.isEmpty()
                ? compositions.getFirst()
                : only(FhirStayReader.visits(index, encounters), Code.NO_VISIT, Code.SEVERAL_VISITS);
    }

    private static Entry only(List<Entry> found, Code none, Code several) throws Stop {
        if (found.isEmpty()) {
            throw new Stop("Bundle.entry", none);
        }
        if (found.size() > 1) {
            throw new Stop(found.get(1).pointer(), several);
        }
        return found.getFirst();
    }

    private Reading visit(
            FhirIndexReader index, List<Entry> entries, Entry patient, Entry frame, DocumentSignature signature) {
        var header = headers.read(index, patient, frame);
        // Read whole, so that each flaw is told, and then again without what the law keeps back.
        var all = new FhirFindingsReader(index, times, patient, frame).read(header.organisation());
        var unknown = new TreeSet<String>();
        index.entries().forEach(entry -> FhirStructureReader.check(entry, flaws, unknown));
        if (flaws.any()) {
            return flaws.refused();
        }
        var hiv = HivBundleReader.of(entries);
        var findings = hiv.anything()
                ? new FhirFindingsReader(FhirIndexReader.of(hiv.entries()), times, patient, frame)
                        .read(header.organisation())
                : all;
        var visit =
                new Visit(header.header(), findings, new Disclosure(hiv.care(), hiv.anything()), new Origin(signature));
        var told = Stream.concat(
                        all.further().also().stream().map(Further.Counted::type),
                        unknown.stream().limit(MOST_TOLD))
                .toList();
        return new Reading.Read(hiv.care() ? HivRedaction.onlyWhereAndWhen(visit) : visit, told);
    }
}
