package hoso.healthrecord.document;

import static hoso.healthrecord.document.FhirJson.coding;
import static hoso.healthrecord.document.FhirJson.identifier;
import static hoso.healthrecord.document.FhirJson.joined;
import static hoso.healthrecord.document.FhirJson.ofType;
import static hoso.healthrecord.document.FhirJson.text;
import static hoso.healthrecord.document.FhirJson.textOf;

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
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit as a FHIR R4 bundle: exactly one Patient and one Encounter, and what belongs to them. Only what the app
/// shows is mapped; every other resource is kept with the document's bytes.
final class FhirBundleReader {

    private static final Set<String> TYPES = Set.of("transaction", "collection", "document", "message");
    private static final Set<String> MAPPED = Set.of(
            "Patient",
            "Encounter",
            "Organization",
            "Condition",
            "MedicationRequest",
            "MedicationStatement",
            "Procedure",
            "Observation",
            "ClinicalImpression",
            "Appointment",
            "ServiceRequest",
            "CarePlan",
            "Communication");

    private static final int MOST_ENTRIES = 5_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(1_000_000)
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

    private final FhirPatientReader patients;
    private final FhirEncounterReader encounters;
    private final FhirTreatmentReader treatments;
    private final FhirObservationReader observations;
    private final FhirTimeReader times;

    private FhirBundleReader(Instant now) {
        times = new FhirTimeReader(flaws);
        patients = new FhirPatientReader(flaws, now);
        encounters = new FhirEncounterReader(flaws, now);
        treatments = new FhirTreatmentReader(times);
        observations = new FhirObservationReader(times);
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
        var encounter = only(entries, "Encounter", Code.NO_VISIT, Code.SEVERAL_VISITS);
        onePatientOnly(entries, patient);
        return visit(entries, patient, encounter);
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

    /// Whatever names a subject must name this patient: a bundle is filed as a whole into one record.
    private void onePatientOnly(List<Entry> entries, Entry patient) {
        var id = patient.resource().path("id").asText("");
        var names = Set.of(patient.fullUrl(), "Patient/" + id);
        for (var entry : entries) {
            for (var field : List.of("subject", "patient", "for")) {
                var reference = entry.at(field).at("reference");
                if (reference.node().isTextual()
                        && !names.contains(reference.node().asText())) {
                    var theirs = reference.node().asText();
                    var absolute = !id.isEmpty() && theirs.endsWith("/Patient/" + id);
                    if (!absolute) {
                        flaws.add(reference.pointer(), Code.OTHER_PATIENT);
                    }
                }
            }
        }
    }

    private Reading visit(List<Entry> entries, Entry patient, Entry encounter) {
        var episode =
                required(identifier(encounter.at("identifier"), Set.of(FhirJson.EPISODE)), encounter, "identifier");
        if (!episode.isEmpty() && !ClaimEnvelopeReader.EPISODE.matcher(episode).matches()) {
            flaws.add(encounter.pointer() + ".identifier", Code.TOO_LONG);
        }
        var admittedAt = times.needed(encounter.at("period").at("start"));
        var dischargedAt = times.time(encounter.at("period").at("end"));
        encounters.period(encounter, admittedAt, dischargedAt);
        var header = new Visit.Header(
                encounters.facility(entries, encounter),
                episode,
                patients.patient(patient),
                admittedAt,
                dischargedAt,
                FhirEncounterReader.careKind(encounter),
                Outcome.of(coding(
                        encounter
                                .at("hospitalization")
                                .at("dischargeDisposition")
                                .node(),
                        Set.of(FhirJson.OUTCOME))));
        var visit = new Visit(header, findings(entries, encounter), disclosure(entries));
        return flaws.any()
                ? flaws.refused()
                : new Reading.Read(HivRedaction.shown(visit, false), List.copyOf(unmapped(entries)));
    }

    private Visit.Findings findings(List<Entry> entries, Entry encounter) {
        return new Visit.Findings(
                textOf(encounter.resource().path("reasonCode").path(0)),
                joined(ofType(entries, "CarePlan")
                        .map(plan -> text(plan.resource().path("description")))),
                joined(ofType(entries, "Communication")
                        .map(advice ->
                                text(advice.resource().path("payload").path(0).path("contentString")))),
                encounters.diagnoses(entries, encounter),
                Stream.concat(ofType(entries, "MedicationRequest"), ofType(entries, "MedicationStatement"))
                        .map(treatments::drug)
                        .toList(),
                ofType(entries, "Procedure").map(treatments::service).toList(),
                ofType(entries, "Observation")
                        .filter(one -> !FhirObservationReader.vital(one))
                        .map(observations::test)
                        .toList(),
                Stream.concat(
                                ofType(entries, "ClinicalImpression").map(treatments::progress),
                                ofType(entries, "Observation")
                                        .filter(FhirObservationReader::vital)
                                        .map(observations::vitalSigns))
                        .toList(),
                ofType(entries, "Appointment")
                        .flatMap(treatments::reexamination)
                        .toList(),
                ofType(entries, "ServiceRequest")
                        .map(FhirTreatmentReader::referral)
                        .filter(one -> one.toFacility() != null)
                        .findFirst()
                        .orElse(null));
    }

    private Visit.Disclosure disclosure(List<Entry> entries) {
        return new Visit.Disclosure(
                labelledHiv(entries), entries.stream().anyMatch(entry -> speaksOfHiv(entry.resource())));
    }

    private String required(@Nullable String text, Entry entry, String field) {
        if (text == null) {
            flaws.add(entry.pointer() + "." + field, Code.MISSING);
            return "";
        }
        return text;
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

    private static Set<String> unmapped(List<Entry> entries) {
        var types = new TreeSet<String>();
        for (var entry : entries) {
            if (!MAPPED.contains(entry.type()) && entry.type().matches("[A-Za-z]{1,40}")) {
                types.add(entry.type());
            }
        }
        return types;
    }
}
