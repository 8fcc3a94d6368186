package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.codeOf;
import static hoso.healthrecord.document.fhir.FhirJson.identifier;
import static hoso.healthrecord.document.fhir.FhirJson.joined;
import static hoso.healthrecord.document.fhir.FhirJson.textOf;

import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.VitalSigns;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts each resource of a bundle into one list of the visit: what is a fact into the list of its kind, what
/// the document says is not so into the list of its own, and all the rest into the count.
final class FhirFindingsReader {
    /// The visit itself: their content is its header.
    private static final Set<String> HEADER = Set.of("Patient", "Encounter");

    private static final Set<String> SERVICE_CODES = Set.of("urn:vn:dich-vu-ky-thuat");

    private final FhirIndexReader index;
    private final FhirTimeReader times;
    private final Entry patient;
    private final Entry encounter;
    private final FhirMedicationReader medications;
    private final FhirItemReader items;
    private final FhirObservationReader observations;

    private final List<String> treatments = new ArrayList<>();
    private final List<String> advice = new ArrayList<>();
    private final List<Visit.Diagnosis> diagnoses = new ArrayList<>();
    private final List<Visit.Drug> drugs = new ArrayList<>();
    private final List<Visit.Service> services = new ArrayList<>();
    private final List<Visit.TestResult> tests = new ArrayList<>();
    private final List<Visit.Progress> progress = new ArrayList<>();
    private final List<Visit.Reexamination> reexaminations = new ArrayList<>();
    private Visit.@Nullable Referral referral;
    private final List<Further.Item> others = new ArrayList<>();
    private final List<Further.SetAside> setAside = new ArrayList<>();
    private final TreeMap<String, Integer> counts = new TreeMap<>();

    FhirFindingsReader(FhirIndexReader index, FhirTimeReader times, Entry patient, Entry encounter) {
        this.index = index;
        this.times = times;
        this.patient = patient;
        this.encounter = encounter;
        this.medications = new FhirMedicationReader(index);
        this.items = new FhirItemReader(index, times, medications);
        this.observations = new FhirObservationReader(times);
    }

    Visit.Findings read(@Nullable Entry facility) {
        var main = mainDiagnosis();
        for (var entry : index.entries()) {
            if (!HEADER.contains(entry.type())
                    && !entry.is(facility)
                    && !entry.type().equals("Medication")
                    && !taken(entry, main)) {
                count(entry);
            }
        }
        index.entries().stream()
                .filter(entry -> entry.type().equals("Medication") && !medications.used(entry))
                .forEach(this::count);
        return new Visit.Findings(
                joined(encounter.resource().path("reasonCode").valueStream().map(FhirJson::textOf)),
                joined(treatments.stream()),
                joined(advice.stream()),
                List.copyOf(diagnoses),
                List.copyOf(drugs),
                List.copyOf(services),
                List.copyOf(tests),
                List.copyOf(progress),
                List.copyOf(reexaminations),
                referral,
                new Further(List.copyOf(others), List.copyOf(setAside), counted()));
    }

    private void count(Entry entry) {
        if (entry.type().matches("[A-Za-z]{1,40}")) {
            counts.merge(entry.type(), 1, Integer::sum);
        }
    }

    private List<Further.Counted> counted() {
        return counts.entrySet().stream()
                .map(one -> new Further.Counted(one.getKey(), one.getValue()))
                .toList();
    }

    /// Takes a resource into one of the lists; false when there is nothing in it to show.
    private boolean taken(Entry entry, @Nullable Entry main) {
        var standing = FhirStandingReader.of(entry);
        if (standing == null && entry.type().equals("Appointment") && declined(entry)) {
            standing = Further.Standing.CANCELLED;
        }
        if (standing != null) {
            var aside = items.setAside(entry, standing);
            return aside != null && setAside.add(aside);
        }
        return switch (entry.type()) {
            case "Condition" -> diagnosis(entry, main);
            case "MedicationRequest", "MedicationStatement" -> drug(entry);
            case "Procedure" -> service(entry);
            case "Observation" -> observation(entry);
            case "ClinicalImpression" -> note(entry);
            case "CarePlan" -> text(entry, "description", treatments) || item(entry);
            case "Communication" -> advice(entry) || item(entry);
            case "Appointment" -> reexamination(entry) || item(entry);
            case "ServiceRequest" -> referral(entry) || item(entry);
            default -> item(entry);
        };
    }

    private boolean item(Entry entry) {
        var item = items.item(entry);
        return item != null && others.add(item);
    }

    private @Nullable Entry mainDiagnosis() {
        for (var one : encounter.resource().path("diagnosis")) {
            if (one.path("rank").asInt(0) == 1) {
                return index.find(
                                encounter,
                                one.path("condition").path("reference").asText(""))
                        .orElse(null);
            }
        }
        return null;
    }

    /// The code is the ICD-10 one, wherever it stands in the list; a code of another system names its system.
    private boolean diagnosis(Entry condition, @Nullable Entry main) {
        var code = condition.resource().path("code");
        var isMain = main == null ? diagnoses.isEmpty() : condition.is(main);
        var icd = code.path("coding")
                .valueStream()
                .filter(coding -> FhirJson.icd10(coding) && FhirJson.text(coding.path("code")) != null)
                .findFirst();
        var coding = icd.or(() -> code.path("coding")
                .valueStream()
                .filter(one -> FhirJson.text(one.path("code")) != null)
                .findFirst());
        var name = textOf(code);
        return (coding.isPresent() || name != null)
                && diagnoses.add(new Visit.Diagnosis(
                        coding.map(one -> FhirJson.text(one.path("code"))).orElse(null),
                        name,
                        isMain,
                        icd.isPresent()
                                ? null
                                : coding.map(one -> FhirJson.text(one.path("system")))
                                        .orElse(null),
                        FhirStandingReader.word(condition)));
    }

    private boolean drug(Entry entry) {
        var resource = entry.resource();
        var dosage = resource.path(entry.type().equals("MedicationRequest") ? "dosageInstruction" : "dosage");
        var quantity = FhirValueReader.quantity(resource.path("dispenseRequest").path("quantity"));
        var code = medications.code(entry);
        var name = medications.name(entry);
        return (code != null || name != null)
                && drugs.add(new Visit.Drug(
                        code,
                        name,
                        null,
                        quantity.text(),
                        quantity.unit(),
                        FhirMedicationReader.dose(dosage),
                        FhirMedicationReader.directions(dosage),
                        times.moment(entry, "authoredOn", "effectiveDateTime", "effectivePeriod"),
                        FhirStandingReader.word(entry)));
    }

    private boolean service(Entry procedure) {
        var concept = procedure.resource().path("code");
        var code = codeOf(concept, SERVICE_CODES);
        var name = textOf(concept);
        return (code != null || name != null)
                && services.add(new Visit.Service(
                        code,
                        name,
                        null,
                        times.moment(procedure, "performedDateTime", "performedPeriod"),
                        FhirStandingReader.word(procedure)));
    }

    /// A curve is named and counted: its numbers are no result to read.
    private boolean observation(Entry observation) {
        if (FhirObservationReader.curve(observation)) {
            count(observation);
        }
        var found = observations.read(observation);
        var tested = tests.addAll(found.tests());
        return progress.addAll(found.progress()) || tested;
    }

    private boolean note(Entry impression) {
        var note = FhirJson.text(impression.resource().path("summary"));
        return note == null
                ? item(impression)
                : progress.add(new Visit.Progress(
                        times.moment(impression, "date", "effectiveDateTime", "effectivePeriod"),
                        note,
                        VitalSigns.find(note),
                        FhirStandingReader.word(impression)));
    }

    private static boolean text(Entry entry, String field, List<String> into) {
        var text = FhirJson.text(entry.resource().path(field));
        return text != null && into.add(text);
    }

    private boolean advice(Entry communication) {
        var said = joined(communication
                .resource()
                .path("payload")
                .valueStream()
                .map(payload -> FhirJson.text(payload.path("contentString"))));
        return said != null && advice.add(said);
    }

    private boolean reexamination(Entry appointment) {
        var start = times.moment(appointment, "start");
        Instant at = start == null ? null : start.instant();
        return at != null
                && reexaminations.add(new Visit.Reexamination(
                        LocalDate.ofInstant(at, VisitRules.LOCAL),
                        at,
                        identifier(appointment.at("identifier"), Set.of(FhirJson.SLIP))));
    }

    /// Did the patient decline to come?
    private boolean declined(Entry appointment) {
        for (var one : appointment.resource().path("participant")) {
            var actor = one.path("actor").path("reference").asText("");
            if ("declined".equals(one.path("status").asText())
                    && index.find(appointment, actor)
                            .filter(found -> found.is(patient))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /// A request to another facility is the referral of the visit; a second one is shown as an order.
    private boolean referral(Entry request) {
        var performer = request.resource().path("performer").path(0).path("identifier");
        var to = FhirIdentifiers.FACILITY.contains(performer.path("system").asText())
                ? FhirJson.text(performer.path("value"))
                : null;
        if (to == null || referral != null) {
            return false;
        }
        referral = new Visit.Referral(
                identifier(request.at("identifier"), Set.of(FhirJson.REFERRAL_LETTER)),
                to,
                textOf(request.resource().path("reasonCode").path(0)),
                FhirJson.text(request.resource().path("note").path(0).path("text")));
        return true;
    }
}
