package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.coding;
import static hoso.healthrecord.document.fhir.FhirJson.identifier;
import static hoso.healthrecord.document.fhir.FhirJson.text;

import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Flaws;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import hoso.healthrecord.document.fhir.FhirJson.Node;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the Encounter of a bundle: where, when, what kind of care, and with which diagnoses.
final class FhirEncounterReader {
    private final Flaws flaws;
    private final Instant now;

    FhirEncounterReader(Flaws flaws, Instant now) {
        this.flaws = flaws;
        this.now = now;
    }

    /// The facility is named in the encounter itself, or by the organisation in the bundle that it refers to.
    ///
    /// @param organisation the one that is referred to, if it is in the bundle
    /// @param name as the document tells it
    record Facility(
            String code, @Nullable String name, @Nullable Entry organisation) {}

    Facility facility(FhirIndexReader index, Entry encounter) {
        var provider = encounter.at("serviceProvider");
        var facility = organisation(index, encounter, provider);
        if (facility == null) {
            flaws.add(provider.pointer() + ".identifier", Code.MISSING);
            return new Facility("", null, null);
        }
        return checked(facility, provider.pointer() + ".identifier");
    }

    /// The facility that a reference names by itself or by an organisation in the bundle; null when it names
    /// none.
    @Nullable
    Facility organisation(FhirIndexReader index, Entry from, Node named) {
        var reference = text(named.node().path("reference"));
        var organisation = reference == null
                ? null
                : index.find(from, reference)
                        .filter(one -> one.type().equals("Organization"))
                        .orElse(null);
        var code = identifier(named.at("identifier"), FhirIdentifiers.FACILITY);
        if (code == null && organisation != null) {
            code = identifier(organisation.at("identifier"), FhirIdentifiers.FACILITY);
        }
        var name = organisation == null ? null : text(organisation.resource().path("name"));
        return code == null
                ? null
                : new Facility(code, name == null ? text(named.node().path("display")) : name, organisation);
    }

    Facility checked(Facility facility, String pointer) {
        if (!VisitRules.FACILITY.matcher(facility.code()).matches()) {
            flaws.add(pointer, Code.FACILITY_UNKNOWN);
        }
        return facility;
    }

    /// A visit that was only planned, was cancelled or was written down by mistake did not take place.
    void held(Entry encounter) {
        if (FhirStandingReader.of(encounter) != null) {
            flaws.add(encounter.pointer() + ".status", Code.VISIT_NOT_HELD);
        }
    }

    static CareKind careKind(Entry encounter) {
        for (var type : encounter.resource().path("type")) {
            var code = coding(type, Set.of(FhirJson.CARE_KIND));
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

    void notInFuture(Node place, Instant at) {
        if (at.isAfter(now.plusSeconds(86_400))) {
            flaws.add(place.pointer(), Code.DATE_IN_FUTURE);
        }
    }

    void period(Entry encounter, Instant admittedAt, @Nullable Instant dischargedAt) {
        notInFuture(encounter.at("period").at("start"), admittedAt);
        if (dischargedAt != null) {
            notInFuture(encounter.at("period").at("end"), dischargedAt);
        }
        if (dischargedAt != null && dischargedAt.isBefore(admittedAt)) {
            flaws.add(encounter.pointer() + ".period.end", Code.ENDS_BEFORE_IT_BEGINS);
        }
    }
}
