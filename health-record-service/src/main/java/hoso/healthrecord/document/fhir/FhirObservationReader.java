package hoso.healthrecord.document.fhir;

import static hoso.healthrecord.document.fhir.FhirJson.codeOf;
import static hoso.healthrecord.document.fhir.FhirJson.joined;
import static hoso.healthrecord.document.fhir.FhirJson.text;
import static hoso.healthrecord.document.fhir.FhirJson.textOf;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.Moment;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VitalSigns;
import hoso.healthrecord.document.fhir.FhirJson.Entry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads Observations: each number becomes a vital sign, where there is a field in its unit, or a result.
final class FhirObservationReader {
    private static final Set<String> SYSTEMS = Set.of(VitalSignReader.LOINC);

    private final FhirTimeReader times;

    FhirObservationReader(FhirTimeReader times) {
        this.times = times;
    }

    /// What one Observation holds.
    record Found(List<Visit.TestResult> tests, List<Visit.Progress> progress) {}

    Found read(Entry observation) {
        var resource = observation.resource();
        var at = times.moment(
                observation, "effectiveDateTime", "effectiveInstant", "effectivePeriod", "effectiveTiming");
        var status = FhirStandingReader.word(observation);
        var signs = new EnumMap<VitalSignReader, BigDecimal>(VitalSignReader.class);
        var tests = new ArrayList<Visit.TestResult>();
        var components = resource.path("component");
        if (!measured(resource, signs) && (told(resource) || components.isEmpty())) {
            tests.add(test(resource, observation, at, null, status));
        }
        var panel = FhirValueReader.concept(resource.path("code"));
        for (var component : components) {
            if (!measured(component, signs)) {
                tests.add(test(component, observation, at, panel, status));
            }
        }
        var progress = signs.isEmpty()
                ? List.<Visit.Progress>of()
                : List.of(new Visit.Progress(at, notes(resource), vitalSigns(signs), status));
        return new Found(List.copyOf(tests), progress);
    }

    /// Puts a vital sign into its field; false when there is none, or its unit is not known.
    private static boolean measured(JsonNode holder, Map<VitalSignReader, BigDecimal> signs) {
        var sign = VitalSignReader.of(holder.path("code"));
        var number = sign == null ? null : sign.in(holder.path("valueQuantity"));
        return sign != null && number != null && signs.putIfAbsent(sign, number) == null;
    }

    /// Does an Observation, or a component of it, hold a curve such as an ECG (`valueSampledData`)?
    static boolean curve(Entry observation) {
        return Stream.concat(
                        Stream.of(observation.resource()),
                        observation.resource().path("component").valueStream())
                .anyMatch(holder -> holder.has("valueSampledData"));
    }

    private static boolean told(JsonNode holder) {
        return FhirValueReader.of(holder).text() != null || FhirValueReader.absent(holder) != null;
    }

    private static VitalSigns vitalSigns(Map<VitalSignReader, BigDecimal> signs) {
        return new VitalSigns(
                signs.get(VitalSignReader.PULSE),
                signs.get(VitalSignReader.TEMPERATURE),
                signs.get(VitalSignReader.SYSTOLIC),
                signs.get(VitalSignReader.DIASTOLIC),
                signs.get(VitalSignReader.RESPIRATION),
                signs.get(VitalSignReader.OXYGEN),
                null,
                signs.get(VitalSignReader.WEIGHT),
                signs.get(VitalSignReader.HEIGHT));
    }

    private static Visit.TestResult test(
            JsonNode holder, Entry observation, @Nullable Moment at, @Nullable String panel, @Nullable String status) {
        var value = FhirValueReader.of(holder);
        return new Visit.TestResult(
                codeOf(holder.path("code"), SYSTEMS),
                textOf(holder.path("code")),
                value.text(),
                value.unit(),
                panel == null ? notes(observation.resource()) : null,
                joined(holder.path("interpretation").valueStream().map(FhirValueReader::concept)),
                at,
                FhirValueReader.referenceRange(holder),
                FhirValueReader.absent(holder),
                panel,
                status);
    }

    private static @Nullable String notes(JsonNode resource) {
        return joined(resource.path("note").valueStream().map(note -> text(note.path("text"))));
    }
}
