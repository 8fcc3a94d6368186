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
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws.Stop;
import hoso.healthrecord.document.Visit.Sex;
import java.io.CharArrayReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit as a FHIR R4 bundle: exactly one Patient and one Encounter, and what belongs to them. Only what the app
/// shows is mapped; every other resource is kept with the document's bytes.
///
/// Viet Nam has no official FHIR profile yet; the identifier systems are listed in `contract/openapi.yaml`.
final class FhirBundleWire {
    static final String PERSONAL_NUMBER = "urn:vn:so-dinh-danh";
    static final String EPISODE = "urn:vn:ma-lk";
    static final String FACILITY = "urn:vn:cskcb";
    static final String CARE_KIND = "urn:vn:ma-loai-kcb";
    static final String OUTCOME = "urn:vn:ket-qua-dtri";
    static final String SLIP = "urn:vn:so-giay-hen-kham-lai";
    static final String REFERRAL_LETTER = "urn:vn:giay-chuyen-tuyen";

    /// The Ministry's draft guide names the same number otherwise; both are taken (fhir.ehealth.gov.vn/core).
    private static final Set<String> PERSONAL_NUMBERS =
            Set.of(PERSONAL_NUMBER, "http://fhir.ehealth.gov.vn/core/sid/national_id");

    private static final Set<String> TYPES = Set.of("transaction", "collection", "document", "message");
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
    private final Instant now;

    private FhirBundleWire(Instant now) {
        this.now = now;
    }

    static Reading read(byte[] document, Instant now) {
        if (document.length > DocumentFormat.MAX_BYTES) {
            return new Reading.Refused(List.of(new Flaw("Bundle", Code.CONTENT_TOO_LARGE)));
        }
        try {
            return new FhirBundleWire(now).read(tree(document));
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

    /// A resource and where it is.
    private record Entry(String pointer, String fullUrl, JsonNode resource) {
        String type() {
            return resource.path("resourceType").asText("");
        }

        Place at(String field) {
            return new Place(pointer + "." + field, resource.path(field));
        }
    }

    /// A node and where it is.
    private record Place(String pointer, JsonNode node) {
        Place at(String field) {
            return new Place(pointer + "." + field, node.path(field));
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
        var episode = required(identifier(encounter.at("identifier"), Set.of(EPISODE)), encounter, "identifier");
        if (!episode.isEmpty() && !ClaimEnvelopeWire.EPISODE.matcher(episode).matches()) {
            flaws.add(encounter.pointer() + ".identifier", Code.TOO_LONG);
        }
        var admittedAt = needed(encounter.at("period").at("start"));
        var dischargedAt = time(encounter.at("period").at("end"));
        period(encounter, admittedAt, dischargedAt);
        var visit = new Visit(
                facility(entries, encounter),
                episode,
                patient(patient),
                admittedAt,
                dischargedAt,
                careKind(encounter),
                Outcome.of(coding(
                        encounter
                                .at("hospitalization")
                                .at("dischargeDisposition")
                                .node(),
                        Set.of(OUTCOME))),
                textOf(encounter.resource().path("reasonCode").path(0)),
                joined(of(entries, "CarePlan").map(plan -> text(plan.resource().path("description")))),
                joined(of(entries, "Communication")
                        .map(advice ->
                                text(advice.resource().path("payload").path(0).path("contentString")))),
                diagnoses(entries, encounter),
                Stream.concat(of(entries, "MedicationRequest"), of(entries, "MedicationStatement"))
                        .map(this::drug)
                        .toList(),
                of(entries, "Procedure").map(this::service).toList(),
                of(entries, "Observation")
                        .filter(one -> !vital(one))
                        .map(this::test)
                        .toList(),
                Stream.concat(
                                of(entries, "ClinicalImpression").map(this::progress),
                                of(entries, "Observation")
                                        .filter(FhirBundleWire::vital)
                                        .map(this::vitalSigns))
                        .toList(),
                of(entries, "Appointment").flatMap(this::reexamination).toList(),
                of(entries, "ServiceRequest")
                        .map(FhirBundleWire::referral)
                        .filter(one -> one.toFacility() != null)
                        .findFirst()
                        .orElse(null),
                labelledHiv(entries),
                entries.stream().anyMatch(entry -> speaksOfHiv(entry.resource())));
        return flaws.any()
                ? flaws.refused()
                : new Reading.Read(Protected.shown(visit, false), List.copyOf(unmapped(entries)));
    }

    private static Stream<Entry> of(List<Entry> entries, String type) {
        return entries.stream().filter(entry -> entry.type().equals(type));
    }

    private Visit.Patient patient(Entry patient) {
        var human = patient.resource().path("name").path(0);
        var name = text(human.path("text"));
        if (name == null) {
            var given = new ArrayList<String>();
            var family = text(human.path("family"));
            if (family != null) {
                given.add(family);
            }
            human.path("given").forEach(part -> given.add(part.asText("")));
            name = String.join(" ", given).strip();
        }
        if (name.isEmpty()) {
            flaws.add(patient.pointer() + ".name", Code.MISSING);
        } else if (name.length() > ClaimEnvelopeWire.NAME_LENGTH) {
            flaws.add(patient.pointer() + ".name", Code.TOO_LONG);
        }
        return new Visit.Patient(
                identifier(patient.at("identifier"), PERSONAL_NUMBERS), name, birthDate(patient), sex(patient));
    }

    private BirthDate birthDate(Entry patient) {
        var place = patient.at("birthDate");
        var text = text(place.node());
        if (text == null) {
            flaws.add(place.pointer(), Code.MISSING);
            return ClaimEnvelopeWire.NO_BIRTH_DATE;
        }
        var birthDate = BirthDate.ofIso(text);
        if (birthDate.isEmpty()) {
            flaws.add(place.pointer(), Code.WRONG_DATE);
            return ClaimEnvelopeWire.NO_BIRTH_DATE;
        }
        if (birthDate.get().after(LocalDate.ofInstant(now, ClaimEnvelopeWire.LOCAL))) {
            flaws.add(place.pointer(), Code.DATE_IN_FUTURE);
        }
        return birthDate.get();
    }

    private Sex sex(Entry patient) {
        var place = patient.at("gender");
        return switch (place.node().asText("")) {
            case "male" -> Sex.MALE;
            case "female" -> Sex.FEMALE;
            case "", "other", "unknown" -> Sex.UNDETERMINED;
            default -> {
                flaws.add(place.pointer(), Code.UNKNOWN_CODE);
                yield Sex.UNDETERMINED;
            }
        };
    }

    /// The facility is named in the encounter itself, or by the organisation in the bundle that it refers to.
    private String facility(List<Entry> entries, Entry encounter) {
        var provider = encounter.at("serviceProvider");
        var named = provider.at("identifier").node();
        var facility = FACILITY.equals(named.path("system").asText()) ? text(named.path("value")) : null;
        if (facility == null) {
            var reference = provider.node().path("reference").asText("");
            facility = of(entries, "Organization")
                    .filter(one -> reference.equals(one.fullUrl())
                            || reference.equals(
                                    "Organization/" + one.resource().path("id").asText()))
                    .map(one -> identifier(one.at("identifier"), Set.of(FACILITY)))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        if (facility == null) {
            flaws.add(provider.pointer() + ".identifier", Code.MISSING);
            return "";
        }
        if (!ClaimEnvelopeWire.FACILITY.matcher(facility).matches()) {
            flaws.add(provider.pointer() + ".identifier", Code.FACILITY_UNKNOWN);
        }
        return facility;
    }

    private static CareKind careKind(Entry encounter) {
        for (var type : encounter.resource().path("type")) {
            var code = coding(type, Set.of(CARE_KIND));
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

    private void period(Entry encounter, Instant admittedAt, @Nullable Instant dischargedAt) {
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

    private List<Visit.Diagnosis> diagnoses(List<Entry> entries, Entry encounter) {
        var mainReference = "";
        for (var one : encounter.resource().path("diagnosis")) {
            if (one.path("rank").asInt(0) == 1) {
                mainReference = one.path("condition").path("reference").asText("");
            }
        }
        var conditions = of(entries, "Condition").toList();
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

    private Visit.Drug drug(Entry request) {
        var medication = request.resource().path("medicationCodeableConcept");
        var dosage = request.resource().path("dosageInstruction").path(0);
        var quantity = request.resource().path("dispenseRequest").path("quantity");
        return new Visit.Drug(
                firstCode(medication),
                textOf(medication),
                null,
                text(quantity.path("value")),
                text(quantity.path("unit")),
                text(dosage.path("text")),
                text(dosage.path("patientInstruction")),
                time(request.at("authoredOn")));
    }

    private Visit.Service service(Entry procedure) {
        var code = procedure.resource().path("code");
        var at = time(procedure.at("performedDateTime"));
        return new Visit.Service(
                firstCode(code),
                textOf(code),
                null,
                at == null ? time(procedure.at("performedPeriod").at("start")) : at);
    }

    private Visit.TestResult test(Entry observation) {
        var resource = observation.resource();
        var quantity = resource.path("valueQuantity");
        var value = Stream.of(
                        text(quantity.path("value")),
                        text(resource.path("valueString")),
                        textOf(resource.path("valueCodeableConcept")))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Visit.TestResult(
                firstCode(resource.path("code")),
                textOf(resource.path("code")),
                value,
                text(quantity.path("unit")),
                text(resource.path("note").path(0).path("text")),
                textOf(resource.path("interpretation").path(0)),
                time(observation.at("effectiveDateTime")));
    }

    private Visit.Progress progress(Entry impression) {
        var note = text(impression.resource().path("summary"));
        return new Visit.Progress(time(impression.at("date")), note, VitalSigns.find(note));
    }

    private static boolean vital(Entry observation) {
        for (var category : observation.resource().path("category")) {
            for (var coding : category.path("coding")) {
                if ("vital-signs".equals(coding.path("code").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The codes of the vital signs profile of FHIR (LOINC).
    private Visit.Progress vitalSigns(Entry observation) {
        var resource = observation.resource();
        var values = new java.util.HashMap<String, BigDecimal>();
        note(values, resource);
        resource.path("component").forEach(component -> note(values, component));
        var oxygen = values.get("2708-6");
        var signs = new VitalSigns(
                values.get("8867-4"),
                values.get("8310-5"),
                values.get("8480-6"),
                values.get("8462-4"),
                values.get("9279-1"),
                oxygen == null ? values.get("59408-5") : oxygen,
                null);
        var at = time(observation.at("effectiveDateTime"));
        return signs.tellAnything()
                ? new Visit.Progress(at, null, signs)
                : new Visit.Progress(at, textOf(resource.path("code")), null);
    }

    private static void note(Map<String, BigDecimal> values, JsonNode measured) {
        var code = firstCode(measured.path("code"));
        var value = measured.path("valueQuantity").path("value");
        if (code != null && value.isNumber()) {
            values.putIfAbsent(code, value.decimalValue());
        }
    }

    private Stream<Visit.Reexamination> reexamination(Entry appointment) {
        var at = time(appointment.at("start"));
        return at == null
                ? Stream.empty()
                : Stream.of(new Visit.Reexamination(
                        LocalDate.ofInstant(at, ClaimEnvelopeWire.LOCAL),
                        at,
                        identifier(appointment.at("identifier"), Set.of(SLIP))));
    }

    private static Visit.Referral referral(Entry request) {
        var performer = request.resource().path("performer").path(0).path("identifier");
        var to = FACILITY.equals(performer.path("system").asText()) ? text(performer.path("value")) : null;
        return new Visit.Referral(
                identifier(request.at("identifier"), Set.of(REFERRAL_LETTER)),
                to,
                textOf(request.resource().path("reasonCode").path(0)),
                text(request.resource().path("note").path(0).path("text")));
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
            return Protected.text(node.asText());
        }
        if (node.isObject() && Protected.code(node.path("code").asText(""))) {
            return true;
        }
        for (var child : node) {
            if (speaksOfHiv(child)) {
                return true;
            }
        }
        return false;
    }

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

    private static Set<String> unmapped(List<Entry> entries) {
        var types = new TreeSet<String>();
        for (var entry : entries) {
            if (!MAPPED.contains(entry.type()) && entry.type().matches("[A-Za-z]{1,40}")) {
                types.add(entry.type());
            }
        }
        return types;
    }

    private String required(@Nullable String text, Entry entry, String field) {
        if (text == null) {
            flaws.add(entry.pointer() + "." + field, Code.MISSING);
            return "";
        }
        return text;
    }

    private static @Nullable String identifier(Place identifiers, Set<String> systems) {
        var node = identifiers.node();
        if (node.isObject()) {
            return systems.contains(node.path("system").asText()) ? text(node.path("value")) : null;
        }
        for (var one : node) {
            if (systems.contains(one.path("system").asText())) {
                return text(one.path("value"));
            }
        }
        return null;
    }

    private static @Nullable String coding(JsonNode concept, Set<String> systems) {
        for (var coding : concept.path("coding")) {
            if (systems.contains(coding.path("system").asText())) {
                return text(coding.path("code"));
            }
        }
        return null;
    }

    private static @Nullable String firstCode(JsonNode concept) {
        return text(concept.path("coding").path(0).path("code"));
    }

    private static @Nullable String textOf(JsonNode concept) {
        var text = text(concept.path("text"));
        return text == null ? text(concept.path("coding").path(0).path("display")) : text;
    }

    private static @Nullable String joined(Stream<@Nullable String> texts) {
        var joined = String.join(
                "; ",
                texts.filter(java.util.Objects::nonNull).map(String::valueOf).toList());
        return joined.isEmpty() ? null : joined;
    }

    /// The text of a value; numbers as they were written. Half a surrogate pair cannot be stored and becomes `?`.
    private static @Nullable String text(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            return null;
        }
        var text = new String(node.asText().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? null : text;
    }

    private Instant needed(Place place) {
        if (text(place.node()) == null) {
            flaws.add(place.pointer(), Code.MISSING);
        }
        var time = time(place);
        return time == null ? Instant.EPOCH : time;
    }

    /// A FHIR dateTime: a whole date means the beginning of that day here; with a time it must have an offset.
    private @Nullable Instant time(Place place) {
        var text = text(place.node());
        if (text == null) {
            return null;
        }
        try {
            // Years have four digits in FHIR; Java reads more after a sign, and no database keeps them.
            if (!Character.isDigit(text.charAt(0))) {
                throw new DateTimeParseException("no year of four digits", text, 0);
            }
            return text.length() == 10
                    ? LocalDate.parse(text)
                            .atStartOfDay(ClaimEnvelopeWire.LOCAL)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException _) {
            flaws.add(place.pointer(), Code.WRONG_DATE);
            return null;
        }
    }
}
