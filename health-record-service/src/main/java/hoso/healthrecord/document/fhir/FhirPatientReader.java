package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.identifier;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import hoso.healthrecord.document.BirthDate;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.Visit.Sex;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the Patient of a bundle.
final class FhirPatientReader {
    /// Uses of a name in the order in which they are compared: the name in force comes before a former one.
    private static final List<String> USES =
            List.of("official", "usual", "", "temp", "anonymous", "nickname", "maiden", "old");

    private final Flaws flaws;
    private final Instant now;

    FhirPatientReader(Flaws flaws, Instant now) {
        this.flaws = flaws;
        this.now = now;
    }

    Visit.Patient patient(Entry patient) {
        var name = name(patient);
        if (name.isEmpty()) {
            flaws.add(patient.pointer() + ".name", Code.MISSING);
        } else if (name.length() > VisitRules.NAME_LENGTH) {
            flaws.add(patient.pointer() + ".name", Code.TOO_LONG);
        }
        return new Visit.Patient(
                identifier(patient.at("identifier"), FhirIdentifiers.PERSON), name, birthDate(patient), sex(patient));
    }

    private static String name(Entry patient) {
        var human = FhirJson.stream(patient.resource().path("name"))
                .min(Comparator.comparingInt(FhirPatientReader::rank))
                .orElse(MissingNode.getInstance());
        var name = text(human.path("text"));
        if (name != null) {
            return name;
        }
        var parts = new ArrayList<String>();
        var family = text(human.path("family"));
        if (family != null) {
            parts.add(family);
        }
        human.path("given").forEach(part -> parts.add(part.asText("")));
        return String.join(" ", parts).strip();
    }

    private static int rank(JsonNode name) {
        var rank = USES.indexOf(name.path("use").asText(""));
        var over = name.path("period").has("end");
        return (rank < 0 ? USES.size() : rank) + (over ? USES.size() : 0);
    }

    private @Nullable BirthDate birthDate(Entry patient) {
        var place = patient.at("birthDate");
        var text = text(place.node());
        if (text == null
                && !patient.resource().path("_birthDate").path("extension").isEmpty()) {
            return null;
        }
        if (text == null) {
            flaws.add(place.pointer(), Code.MISSING);
            return VisitRules.NO_BIRTH_DATE;
        }
        var birthDate = BirthDate.ofIso(text);
        if (birthDate.isEmpty()) {
            flaws.add(place.pointer(), Code.WRONG_DATE);
            return VisitRules.NO_BIRTH_DATE;
        }
        if (birthDate.get().after(LocalDate.ofInstant(now, VisitRules.LOCAL))) {
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
}
