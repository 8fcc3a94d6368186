package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.each;
import static hoso.healthrecord.document.fhir.FhirJson.identifier;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import hoso.healthrecord.document.fhir.FhirJson.Node;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds a bundle to one patient and one visit: whatever names a patient, at any depth and in any form, must
/// name this one, and so must whatever names the visit. A bundle is filed as a whole into one record.
final class FhirReferenceReader {
    /// Elements that say whom a resource is about. What stands there must be proved to be the patient.
    private static final Set<String> SUBJECTS = Set.of("subject", "patient", "for", "beneficiary");

    /// Elements that may hold a patient or somebody else, whom an identifier alone does not tell apart.
    private static final Set<String> TAKING_PART = Set.of("actor", "entity", "subscriber", "policyHolder");

    private final Flaws flaws;
    private final FhirIndexReader index;
    private final Entry patient;
    private final Entry encounter;
    private final Set<String> patientIdentifiers;
    private final Set<String> encounterIdentifiers;
    private final @Nullable String number;

    FhirReferenceReader(Flaws flaws, FhirIndexReader index, Entry patient, Entry encounter) {
        this.flaws = flaws;
        this.index = index;
        this.patient = patient;
        this.encounter = encounter;
        this.patientIdentifiers = identifiers(patient, FhirIdentifiers.PERSON);
        this.encounterIdentifiers = identifiers(encounter, FhirIdentifiers.EPISODE);
        this.number = identifier(patient.at("identifier"), FhirIdentifiers.PERSON);
    }

    void check() {
        for (var entry : index.entries()) {
            if (entry.type().equals("Patient") && !entry.is(patient) && !samePatient(entry)) {
                flaws.add(entry.pointer(), Code.OTHER_PATIENT);
            }
            // A contained resource is walked as an entry of its own.
            entry.resource().properties().forEach(field -> {
                if (!field.getKey().equals("contained")) {
                    walk(entry, new Node(entry.pointer() + "." + field.getKey(), field.getValue()), field.getKey());
                }
            });
        }
    }

    private void walk(Entry entry, Node place, String name) {
        var node = place.node();
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(entry, new Node(place.pointer() + "[" + i + "]", node.path(i)), name);
            }
        } else if (node.isObject()) {
            if (node.path("reference").isTextual() || node.path("identifier").isObject()) {
                reference(entry, place, name);
            }
            node.properties()
                    .forEach(field -> walk(
                            entry, new Node(place.pointer() + "." + field.getKey(), field.getValue()), field.getKey()));
        }
    }

    private void reference(Entry entry, Node place, String name) {
        var reference = text(place.at("reference").node());
        var type = typeOf(entry, reference, place.node());
        var subject = SUBJECTS.contains(name);
        if (reference != null && (type.equals("Patient") || subject) && !namesPatient(entry, reference)) {
            flaws.add(place.pointer() + ".reference", Code.OTHER_PATIENT);
        } else if (reference != null && type.isEmpty() && TAKING_PART.contains(name) && dangling(entry, reference)) {
            flaws.add(place.pointer() + ".reference", Code.OTHER_PATIENT);
        }
        var person = place.at("identifier").node();
        var mayBePatient = type.equals("Patient") || subject || (type.isEmpty() && TAKING_PART.contains(name));
        if (person.isObject() && mayBePatient && !patientIdentifier(person, type.equals("Patient") || subject)) {
            flaws.add(place.pointer() + ".identifier", Code.OTHER_PATIENT);
        }
        visit(entry, place, name, type);
    }

    /// A document without an Encounter belongs to no visit, and may name the visits it tells of.
    private void visit(Entry entry, Node place, String name, String type) {
        if (encounter.type().equals("Composition")) {
            return;
        }
        if (!name.equals("encounter") && !(name.equals("context") && type.equals("Encounter"))) {
            return;
        }
        var reference = text(place.at("reference").node());
        if (reference != null && !namesEncounter(entry, reference)) {
            flaws.add(place.pointer() + ".reference", Code.OTHER_VISIT);
        }
        var identifier = place.at("identifier").node();
        if (identifier.isObject() && !encounterIdentifiers.contains(key(identifier, FhirIdentifiers.EPISODE))) {
            flaws.add(place.pointer() + ".identifier", Code.OTHER_VISIT);
        }
    }

    /// The type of what is referred to, as far as reference, type or bundle tell it.
    private String typeOf(Entry entry, @Nullable String reference, JsonNode node) {
        var told = node.path("type").asText("");
        if (reference == null) {
            return told;
        }
        var found = index.find(entry, reference);
        if (found.isPresent()) {
            return found.get().type();
        }
        var path = FhirIndexReader.unversioned(reference).split("\\?", 2)[0];
        var parts = path.split("/", -1);
        var last = reference.indexOf('?') >= 0 ? parts.length - 1 : parts.length - 2;
        var type = last >= 0 && !path.startsWith("urn:") && !path.startsWith("#") ? parts[last] : "";
        return type.matches("[A-Z][A-Za-z]{1,40}") ? type : told;
    }

    private boolean namesPatient(Entry entry, String reference) {
        var found = index.find(entry, reference);
        return found.isPresent()
                ? found.get().is(patient) || (found.get().type().equals("Patient") && samePatient(found.get()))
                : names(patient, patientIdentifiers, FhirIdentifiers.PERSON, reference);
    }

    private boolean namesEncounter(Entry entry, String reference) {
        var found = index.find(entry, reference);
        return found.isPresent()
                ? FhirStayReader.within(index, found.get(), encounter)
                : names(encounter, encounterIdentifiers, FhirIdentifiers.EPISODE, reference);
    }

    /// A reference that the bundle does not resolve by itself: conditional, or absolute to a resource whose
    /// entry has no absolute URL of its own.
    private static boolean names(Entry entry, Set<String> identifiers, Set<String> systems, String reference) {
        var question = reference.indexOf(entry.type() + "?");
        if (question >= 0) {
            var query = reference.substring(question + entry.type().length() + 1);
            return query.startsWith("identifier=")
                    && !query.contains("&")
                    && searched(query.substring("identifier=".length()), systems, identifiers);
        }
        var id = text(entry.resource().path("id"));
        return id != null
                && !entry.fullUrl().startsWith("http")
                && FhirIndexReader.unversioned(reference).endsWith("/" + entry.type() + "/" + id);
    }

    /// Does a search for `system|value`, or for a value in any system, find one of the identifiers?
    private static boolean searched(String token, Set<String> systems, Set<String> identifiers) {
        final String decoded;
        try {
            decoded = URLDecoder.decode(token.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return false;
        }
        var bar = decoded.indexOf('|');
        return bar < 0
                ? identifiers.stream().anyMatch(one -> one.endsWith("|" + decoded))
                : identifiers.contains(key(decoded.substring(0, bar), decoded.substring(bar + 1), systems));
    }

    /// Is another Patient resource, contained somewhere, the same person by number?
    private boolean samePatient(Entry other) {
        var theirs = identifier(other.at("identifier"), FhirIdentifiers.PERSON);
        return number != null && number.equals(theirs);
    }

    /// An identifier of a subject must be one of the patient's. Elsewhere only a personal number is known to be
    /// wrong.
    private boolean patientIdentifier(JsonNode identifier, boolean subject) {
        if (patientIdentifiers.contains(key(identifier, FhirIdentifiers.PERSON))) {
            return true;
        }
        return !subject
                && !FhirIdentifiers.PERSON.contains(identifier.path("system").asText());
    }

    /// Does a reference inside the bundle lead to nothing?
    private boolean dangling(Entry entry, String reference) {
        return (reference.startsWith("urn:") || reference.startsWith("#"))
                && !reference.equals("#")
                && index.find(entry, reference).isEmpty();
    }

    private static Set<String> identifiers(Entry entry, Set<String> systems) {
        var keys = new HashSet<String>();
        for (var one : each(entry.resource().path("identifier"))) {
            if (text(one.path("value")) != null) {
                keys.add(key(one, systems));
            }
        }
        return Set.copyOf(keys);
    }

    private static String key(JsonNode identifier, Set<String> systems) {
        return key(identifier.path("system").asText(""), String.valueOf(text(identifier.path("value"))), systems);
    }

    /// Systems of one kind name the same thing: the number of the Ministry's guide is the personal number.
    private static String key(String system, String value, Set<String> systems) {
        return (systems.contains(system) ? "" : system) + "|" + value;
    }
}
