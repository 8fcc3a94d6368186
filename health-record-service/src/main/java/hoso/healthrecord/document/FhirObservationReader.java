package hoso.healthrecord.document;

import static hoso.healthrecord.document.FhirJson.firstCode;
import static hoso.healthrecord.document.FhirJson.text;
import static hoso.healthrecord.document.FhirJson.textOf;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.healthrecord.document.FhirJson.Entry;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads Observations: test results and vital signs.
final class FhirObservationReader {
    private final FhirTimeReader times;

    FhirObservationReader(FhirTimeReader times) {
        this.times = times;
    }

    static boolean vital(Entry observation) {
        for (var category : observation.resource().path("category")) {
            for (var coding : category.path("coding")) {
                if ("vital-signs".equals(coding.path("code").asText())) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The codes of the vital signs profile of FHIR (LOINC).
    Visit.Progress vitalSigns(Entry observation) {
        var resource = observation.resource();
        var values = new HashMap<String, BigDecimal>();
        note(values, resource);
        resource.path("component").forEach(component -> note(values, component));
        var oxygen = values.get("2708-6");
        var signs = new VitalSigns(
                values.get("8867-4"),
                values.get("8310-5"),
                values.get("8480-6"),
                values.get("8462-4"),
                values.get("9279-1"),
                oxygen == null ? values.get("59408-5") : oxygen,
                null);
        var at = times.time(observation.at("effectiveDateTime"));
        return signs.hasValues()
                ? new Visit.Progress(at, null, signs)
                : new Visit.Progress(at, textOf(resource.path("code")), null);
    }

    Visit.TestResult test(Entry observation) {
        var resource = observation.resource();
        var quantity = resource.path("valueQuantity");
        var value = Stream.of(
                        text(quantity.path("value")),
                        text(resource.path("valueString")),
                        textOf(resource.path("valueCodeableConcept")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new Visit.TestResult(
                firstCode(resource.path("code")),
                textOf(resource.path("code")),
                value,
                text(quantity.path("unit")),
                text(resource.path("note").path(0).path("text")),
                textOf(resource.path("interpretation").path(0)),
                times.time(observation.at("effectiveDateTime")));
    }

    private static void note(Map<String, BigDecimal> values, JsonNode measured) {
        var code = firstCode(measured.path("code"));
        var value = measured.path("valueQuantity").path("value");
        if (code != null && value.isNumber()) {
            values.putIfAbsent(code, value.decimalValue());
        }
    }
}
