package hoso.healthrecord.reading.trend;

import static hoso.healthrecord.reading.resource.FiledVisits.bundle;
import static hoso.healthrecord.reading.resource.FiledVisits.bundleWith;
import static hoso.healthrecord.reading.resource.FiledVisits.claim;
import static hoso.healthrecord.reading.resource.FiledVisits.entries;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Documents;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class TrendTest {
    private static final Set<String> WEIGHT = Measure.WEIGHT.codes();

    @Test
    void valuesOfOneCodeAndUnitAreOneLineTheOldestFirst() {
        var trends = Trend.of(
                record(weight("final", "2026-11-01", "60", "kg"), weight("final", "2026-10-01", "61.5", "kg")), WEIGHT);

        assertThat(trends).hasSize(1);
        assertThat(trends.getFirst().unit()).isEqualTo("kg");
        assertThat(trends.getFirst().points())
                .extracting(Trend.Point::value)
                .containsExactly(new BigDecimal("61.5"), new BigDecimal("60"));
    }

    @Test
    void aValueInAnotherUnitIsConvertedAndKeepsWhatWasWritten() {
        var line = Trend.of(
                        record(weight("final", "2026-10-01", "60", "kg"), weight("final", "2026-11-01", "61500", "g")),
                        WEIGHT)
                .getFirst();

        assertThat(line.points().getLast().value()).isEqualByComparingTo("61.5");
        assertThat(line.points().getLast().written()).isEqualTo(new Trend.Written(new BigDecimal("61500"), "g"));
    }

    @Test
    void whatCannotBeConvertedIsKeptApartAndNeverRelabelled() {
        var glucose = Trend.of(
                record(
                        quantity("2345-7", "2026-10-01", "5.1", "mmol/L"),
                        quantity("2345-7", "2026-10-02", "92", "mg/dL")),
                Measure.GLUCOSE.codes());

        assertThat(glucose).extracting(Trend::unit).contains("mmol/L", "mg/dL");
        assertThat(glucose)
                .allSatisfy(line -> assertThat(line.points())
                        .allSatisfy(point -> assertThat(point.written()).isNull()));
    }

    @Test
    void whatTheDocumentSaysIsNotSoIsInNoLine() {
        assertThat(Trend.of(record(weight("entered-in-error", "2026-10-01", "600", "kg")), WEIGHT))
                .isEmpty();
    }

    @Test
    void bloodPressureIsReadFromThePanelsOfClaims() {
        var lines = Trend.of(entries(claim(Documents.claimExample())), Measure.BLOOD_PRESSURE.codes());

        assertThat(lines).extracting(Trend::code).containsExactlyInAnyOrder("8480-6", "8462-4");
        assertThat(lines).extracting(Trend::unit).containsOnly("mm[Hg]");
    }

    @Test
    void aReferenceRangeStandsBesideItsValue() {
        var line = Trend.of(record("""
            {"resourceType":"Observation","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"4548-4"}]},
             "subject":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
             "effectiveDateTime":"2026","valueQuantity":{"value":6.40,"comparator":"<","unit":"%",
              "system":"http://unitsofmeasure.org","code":"%"},
             "referenceRange":[{"low":{"value":4.0},"high":{"value":5.6}}]}
            """), Measure.HBA1C.codes()).getFirst();

        assertThat(line.points().getFirst().at()).isEqualTo("2026");
        assertThat(line.points().getFirst().comparator()).isEqualTo("<");
        assertThat(line.points().getFirst().range())
                .isEqualTo(new Trend.Range(new BigDecimal("4.0"), new BigDecimal("5.6"), null));
    }

    private static List<RecordEntry> record(String... observations) {
        var all = new ArrayList<RecordEntry>();
        for (var observation : observations) {
            all.add(entries(bundle(bundleWith(observation))).getLast());
        }
        return all;
    }

    private static String weight(String status, String day, String value, String unit) {
        return quantity("29463-7", day, value, unit).replace("\"final\"", "\"" + status + "\"");
    }

    private static String quantity(String code, String day, String value, String unit) {
        return """
            {"resourceType":"Observation","status":"final",
             "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},
             "subject":{"reference":"urn:uuid:0198a5c0-0000-7000-8000-000000000001"},
             "effectiveDateTime":"%s",
             "valueQuantity":{"value":%s,"unit":"%s","system":"http://unitsofmeasure.org","code":"%s"}}
            """.formatted(code, day, value, unit, unit);
    }
}
