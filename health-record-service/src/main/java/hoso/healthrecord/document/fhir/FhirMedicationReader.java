package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.codeOf;
import static hoso.healthrecord.document.fhir.FhirJson.joined;
import static hoso.healthrecord.document.fhir.FhirJson.text;
import static hoso.healthrecord.document.fhir.FhirJson.textOf;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds out which medication a resource means: by a concept, by a Medication in the bundle or contained, or by
/// the name that the reference displays.
final class FhirMedicationReader {
    private static final Set<String> SYSTEMS = Set.of("http://www.whocc.no/atc");

    private final FhirIndexReader index;
    private final Set<String> used = new HashSet<>();

    FhirMedicationReader(FhirIndexReader index) {
        this.index = index;
    }

    @Nullable
    String code(Entry entry) {
        var concept = concept(entry);
        return concept == null ? null : codeOf(concept, SYSTEMS);
    }

    /// The name; of a mixture without one the names of its ingredients.
    @Nullable
    String name(Entry entry) {
        var concept = concept(entry);
        var name = concept == null ? null : textOf(concept);
        if (name != null) {
            return name;
        }
        var ingredients = joined(medication(entry)
                .map(found -> found.resource().path("ingredient").valueStream())
                .orElse(Stream.empty())
                .map(ingredient -> FhirValueReader.concept(ingredient.path("itemCodeableConcept"))));
        return ingredients == null ? text(reference(entry).path("display")) : ingredients;
    }

    /// Was a Medication named by one of the resources that were read?
    boolean used(Entry medication) {
        return used.contains(medication.pointer());
    }

    private @Nullable JsonNode concept(Entry entry) {
        var concept = entry.resource().path("medicationCodeableConcept");
        if (concept.isObject()) {
            return concept;
        }
        return medication(entry).map(found -> found.resource().path("code")).orElse(null);
    }

    private Optional<Entry> medication(Entry entry) {
        var reference = text(reference(entry).path("reference"));
        var found = reference == null ? Optional.<Entry>empty() : index.find(entry, reference);
        found.ifPresent(medication -> used.add(medication.pointer()));
        return found.filter(medication -> medication.type().equals("Medication"));
    }

    private static JsonNode reference(Entry entry) {
        return entry.resource().path("medicationReference");
    }

    /// How a medication is taken, as the document says it: in words, or by dose and timing.
    static @Nullable String dose(JsonNode dosages) {
        return joined(FhirJson.stream(dosages).map(FhirMedicationReader::doseOf));
    }

    static @Nullable String directions(JsonNode dosages) {
        return joined(FhirJson.stream(dosages).map(dosage -> text(dosage.path("patientInstruction"))));
    }

    private static @Nullable String doseOf(JsonNode dosage) {
        var text = text(dosage.path("text"));
        if (text != null) {
            return text;
        }
        var amount = FhirJson.stream(dosage.path("doseAndRate"))
                .map(rate -> FhirValueReader.quantity(rate.path("doseQuantity")).whole());
        var given = FhirValueReader.quantity(dosage.path("dose")).whole();
        var repeat = dosage.path("timing").path("repeat");
        var times = text(repeat.path("frequency"));
        var period = text(repeat.path("period"));
        var rhythm = times == null || period == null
                ? FhirValueReader.concept(dosage.path("timing").path("code"))
                : times + "/" + period + " " + repeat.path("periodUnit").asText("");
        return joined(Stream.concat(amount, Stream.of(given, rhythm, FhirValueReader.concept(dosage.path("route")))));
    }
}
