package hoso.healthrecord.reading.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.Further.Standing;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.visit.Visits;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the resources of one visit have in common: whose they are, of which visit, and how they are named.
record Frame(UUID record, Visits.Kept kept) implements Sensitive {
    private static final String ACTS = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    String patientReference() {
        return "Patient/" + record;
    }

    String encounterReference() {
        return "Encounter/" + kept.id();
    }

    Visit.Header header() {
        return kept.visit().header();
    }

    /// An id that stays the same over reads, versions and rules.
    ///
    /// @param key what the document calls the thing, or its place there
    String id(String key) {
        return UUID.nameUUIDFromBytes((kept.id() + "/" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// The entry of a resource: who reads it learns from `meta.source` where it stands in which version of the
    /// visit.
    RecordEntry entry(String place, @Nullable Standing standing, ObjectNode resource) {
        resource.withObject("/meta")
                .put("versionId", String.valueOf(kept.version()))
                .put("lastUpdated", kept.receivedAt().toString())
                .put("source", "/visits/" + kept.id() + "/versions/" + kept.version() + "#" + place);
        return new RecordEntry(
                kept.id(),
                kept.version(),
                header().facility(),
                header().admittedAt(),
                kept.receivedAt(),
                place,
                standing,
                resource);
    }

    /// A resource that is about the patient in this visit.
    ///
    /// @param subject the element that names the patient: `subject`, `patient`
    ObjectNode about(String type, String key, String subject) {
        var resource = Nodes.resource(type, id(key));
        resource.set(subject, Nodes.reference(patientReference()));
        return resource;
    }

    /// The same where the type has `subject` and `encounter`.
    ObjectNode inEncounter(String type, String key) {
        var resource = about(type, key, "subject");
        resource.set("encounter", Nodes.reference(encounterReference()));
        return resource;
    }

    /// Who the visit is about, as far as it may always be told. The number is in the document only.
    ObjectNode patient() {
        var who = header().patient();
        var patient = Nodes.resource("Patient", record.toString());
        patient.withArray("name").addObject().put("use", "official").put("text", who.name());
        patient.put(
                "gender",
                switch (who.sex()) {
                    case MALE -> "male";
                    case FEMALE -> "female";
                    case UNDETERMINED -> "unknown";
                });
        if (who.birthDate() != null && !who.birthDate().equals(VisitRules.NO_BIRTH_DATE)) {
            patient.put("birthDate", who.birthDate().iso());
        }
        return patient;
    }

    /// Where and when the visit was, and what kind of care.
    ObjectNode encounter() {
        var encounter = Nodes.resource("Encounter", kept.id().toString());
        encounter.withArray("identifier").add(Nodes.identifier("urn:vn:ma-lk", header().episode()));
        encounter.put("status", header().dischargedAt() == null ? "in-progress" : "finished");
        encounter.set("class", careClass());
        encounter.set("subject", Nodes.reference(patientReference()));
        encounter.set("period", period());
        encounter.set("serviceProvider", facility());
        return encounter;
    }

    ObjectNode period() {
        var period = Nodes.object().put("start", Nodes.local(header().admittedAt()));
        if (header().dischargedAt() != null) {
            period.put("end", Nodes.local(header().dischargedAt()));
        }
        return period;
    }

    ObjectNode facility() {
        var facility = Nodes.object();
        facility.set("identifier", Nodes.identifier("urn:vn:cskcb", header().facility()));
        var name = header().facilityName();
        facility.put("display", name == null ? header().facility() : name);
        return facility;
    }

    /// HL7's classes of encounters; a kind of care without one is told as not known.
    private ObjectNode careClass() {
        var kind = header().careKind();
        return switch (kind) {
            case INPATIENT, INPATIENT_UNDER_4_HOURS, COMMUNE_STATION_STAY ->
                Nodes.coding(ACTS, "IMP", "inpatient encounter");
            case DAY_INPATIENT -> Nodes.coding(ACTS, "SS", "short stay");
            case OTHER -> Nodes.coding("http://terminology.hl7.org/CodeSystem/v3-NullFlavor", "UNK", "unknown");
            default -> Nodes.coding(ACTS, "AMB", "ambulatory");
        };
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
