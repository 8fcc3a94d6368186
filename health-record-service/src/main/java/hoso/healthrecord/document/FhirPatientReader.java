package hoso.healthrecord.document;

import static hoso.healthrecord.document.FhirJson.identifier;
import static hoso.healthrecord.document.FhirJson.text;

import hoso.healthrecord.document.FhirJson.Entry;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Visit.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;

/// Reads the Patient of a bundle.
final class FhirPatientReader {
    /// The Ministry's draft guide names the same number otherwise; both are taken (fhir.ehealth.gov.vn/core).
    private static final Set<String> PERSONAL_NUMBERS =
            Set.of(FhirJson.PERSONAL_NUMBER, "http://fhir.ehealth.gov.vn/core/sid/national_id");

    private final Flaws flaws;
    private final Instant now;

    FhirPatientReader(Flaws flaws, Instant now) {
        this.flaws = flaws;
        this.now = now;
    }

    Visit.Patient patient(Entry patient) {
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
        } else if (name.length() > ClaimEnvelopeReader.NAME_LENGTH) {
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
            return ClaimEnvelopeReader.NO_BIRTH_DATE;
        }
        var birthDate = BirthDate.ofIso(text);
        if (birthDate.isEmpty()) {
            flaws.add(place.pointer(), Code.WRONG_DATE);
            return ClaimEnvelopeReader.NO_BIRTH_DATE;
        }
        if (birthDate.get().after(LocalDate.ofInstant(now, ClaimEnvelopeReader.LOCAL))) {
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
