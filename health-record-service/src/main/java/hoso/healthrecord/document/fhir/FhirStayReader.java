package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.identifier;

import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.util.List;

/// A stay of which each ward writes an Encounter of its own (`Encounter.partOf`): one without an episode of its own
/// belongs to the visit that it is a part of.
final class FhirStayReader {
    private static final int MOST_STEPS = 10;

    private FhirStayReader() {}

    /// The encounters that are visits.
    static List<Entry> visits(FhirIndexReader index, List<Entry> encounters) {
        return encounters.stream().filter(one -> main(index, one).is(one)).toList();
    }

    /// Is this an Encounter of the visit?
    static boolean within(FhirIndexReader index, Entry one, Entry visit) {
        return one.is(visit)
                || (one.type().equals("Encounter") && main(index, one).is(visit));
    }

    private static Entry main(FhirIndexReader index, Entry encounter) {
        var found = encounter;
        for (int i = 0; i < MOST_STEPS; i++) {
            var whole = index.find(
                            found,
                            found.resource().path("partOf").path("reference").asText(""))
                    .filter(one -> one.type().equals("Encounter"));
            if (whole.isEmpty() || identifier(found.at("identifier"), FhirIdentifiers.EPISODE) != null) {
                return found;
            }
            found = whole.get();
        }
        // A circle: each is what it says it is.
        return encounter;
    }
}
