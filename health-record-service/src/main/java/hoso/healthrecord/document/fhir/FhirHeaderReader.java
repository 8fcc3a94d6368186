package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.coding;
import static hoso.healthrecord.document.fhir.FhirJson.each;
import static hoso.healthrecord.document.fhir.FhirJson.identifier;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.Outcome;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.fhir.FhirEncounterReader.Facility;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import hoso.healthrecord.document.fhir.FhirJson.Node;
import hoso.healthrecord.hiv.HivRules;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads where, when and for whom a bundle is. An Encounter tells it; a document without one, such as a patient summary
/// or a discharge letter, is filed as a document of its author, under its own identifier and date.
final class FhirHeaderReader {
    private final Flaws flaws;
    private final FhirTimeReader times;
    private final FhirPatientReader patients;
    private final FhirEncounterReader encounters;

    FhirHeaderReader(Flaws flaws, FhirTimeReader times, Instant now) {
        this.flaws = flaws;
        this.times = times;
        this.patients = new FhirPatientReader(flaws, now);
        this.encounters = new FhirEncounterReader(flaws, now);
    }

    /// @param organisation the entry of the facility, if it is in the bundle
    record Read(Visit.Header header, @Nullable Entry organisation) {}

    /// @param frame the Encounter, or the Composition of a document that has none
    Read read(FhirIndexReader index, Entry patient, Entry frame) {
        return frame.type().equals("Composition")
                ? ofComposition(index, patient, frame)
                : ofEncounter(index, patient, frame);
    }

    private Read ofEncounter(FhirIndexReader index, Entry patient, Entry encounter) {
        var episode = episode(identifier(encounter.at("identifier"), FhirIdentifiers.EPISODE), encounter);
        var admittedAt = times.needed(encounter.at("period").at("start"));
        var dischargedAt = times.time(encounter.at("period").at("end"));
        encounters.period(encounter, admittedAt, dischargedAt);
        encounters.held(encounter);
        var facility = encounters.facility(index, encounter);
        var outcome = Outcome.of(coding(
                encounter.at("hospitalization").at("dischargeDisposition").node(), Set.of(FhirJson.OUTCOME)));
        return new Read(
                new Visit.Header(
                        facility.code(),
                        episode,
                        patients.patient(patient),
                        admittedAt,
                        dischargedAt,
                        FhirEncounterReader.careKind(encounter),
                        outcome,
                        shown(facility)),
                facility.organisation());
    }

    private Read ofComposition(FhirIndexReader index, Entry patient, Entry composition) {
        var key = identifier(composition.at("identifier"), FhirIdentifiers.EPISODE);
        var own = composition.at("identifier").at("value").node();
        var episode = episode(key == null ? text(own) : key, composition);
        var date = times.needed(composition.at("date"));
        encounters.notInFuture(composition.at("date"), date);
        encounters.held(composition);
        var facility = author(index, composition);
        return new Read(
                new Visit.Header(
                        facility.code(),
                        episode,
                        patients.patient(patient),
                        date,
                        null,
                        CareKind.OTHER,
                        null,
                        shown(facility)),
                facility.organisation());
    }

    /// The facility that keeps the document, or the one that its author is or works for.
    private Facility author(FhirIndexReader index, Entry composition) {
        var custodian = encounters.organisation(index, composition, composition.at("custodian"));
        if (custodian != null) {
            return encounters.checked(custodian, composition.pointer() + ".custodian");
        }
        for (var author : each(composition.resource().path("author"))) {
            var named =
                    encounters.organisation(index, composition, new Node(composition.pointer() + ".author", author));
            var role = index.find(composition, author.path("reference").asText(""))
                    .filter(found -> found.type().equals("PractitionerRole"));
            if (named == null && role.isPresent()) {
                named = encounters.organisation(index, role.get(), role.get().at("organization"));
            }
            if (named != null) {
                return encounters.checked(named, composition.pointer() + ".author");
            }
        }
        flaws.add(composition.pointer() + ".custodian", Code.MISSING);
        return new Facility("", null, null);
    }

    private String episode(@Nullable String episode, Entry entry) {
        if (episode == null) {
            flaws.add(entry.pointer() + ".identifier", Code.MISSING);
            return "";
        }
        if (!VisitRules.EPISODE.matcher(episode).matches()) {
            flaws.add(entry.pointer() + ".identifier", Code.TOO_LONG);
        }
        return episode;
    }

    /// The name of a facility may tell what it treats.
    private static @Nullable String shown(Facility facility) {
        return HivRules.text(facility.name()) ? null : facility.name();
    }
}
