package hoso.healthrecord.reading.api;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Documents;
import hoso.healthrecord.reading.resource.FiledVisits;
import hoso.healthrecord.reading.resource.RecordEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class SearchTest {
    private static final List<RecordEntry> RECORD = Stream.concat(
                    FiledVisits.entries(FiledVisits.claim(Documents.claimExample())).stream(),
                    FiledVisits.entries(FiledVisits.bundle(Documents.bundleExample())).stream())
            .toList();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Observation;code=http://loinc.org|2345-7;1",
                "Observation;code=2345-7;1",
                "Observation;code=|2345-7;0",
                "Observation;code=2345-7,8867-4;2",
                "Observation;code=http://loinc.org|;*",
                "Observation;status=entered-in-error;0",
                "Observation;date=2026-09;8",
                "Observation;date=2026-09-15&code=WBC;1",
                "Observation;date=gt2026-10-01&category=laboratory;*",
                "Observation;date=lt2026-09-15;0",
                "Observation;date=ge2026-09-15T09:05:00+07:00&code=WBC;1",
                "Observation;date=sa2026-09-15&code=WBC;0",
                "Condition;code=http://hl7.org/fhir/sid/icd-10|I10;2",
                "Condition;code=I10&clinical-status=active;1",
                "Encounter;class=AMB;2",
                "Encounter;date=2026-10;1",
                "MedicationRequest;status=active;1",
                "MedicationRequest;authoredon=eb2026-10;1",
                "DiagnosticReport;date=2026-09-15;1",
                "AllergyIntolerance;code=x;0",
            })
    void resourcesAreFoundByTheParametersOfTheirType(String type, String query, String count) {
        var found = found(type, query);

        assertThat(found).allSatisfy(entry -> assertThat(entry.type()).isEqualTo(type));
        if (count.equals("*")) {
            assertThat(found).isNotEmpty().hasSizeLessThan(all(type));
        } else {
            assertThat(found).hasSize(Integer.parseInt(count));
        }
    }

    @Test
    void aDateThatIsAYearOnlyIsFoundByThatYearAndByNoDayOfIt() {
        assertThat(Span.of("2015").orElseThrow().within(Span.of("2015").orElseThrow()))
                .isTrue();
        assertThat(Span.of("2015").orElseThrow().within(Span.of("2015-01-01").orElseThrow()))
                .isFalse();
        assertThat(Span.of("2015-13")).isEmpty();
    }

    @Test
    void theLastComesFirstWhenItIsSortedSo() {
        var dates = found("Encounter", "_sort=-date").stream()
                .map(entry -> entry.resource().path("period").path("start").asText())
                .toList();

        assertThat(dates).hasSize(2).isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void aParameterThatIsNotOfferedIsRefusedAndNotPassedOver() {
        assertThat(Search.of("Observation", query("value-quantity=5")))
                .isInstanceOfSatisfying(Search.Asked.Unknown.class, unknown -> {
                    assertThat(unknown.parameter()).isEqualTo("value-quantity");
                    assertThat(unknown.known()).contains("code", "date", "status");
                });
        assertThat(Search.of("Observation", query("date=gestern"))).isInstanceOf(Search.Asked.Unreadable.class);
        assertThat(Search.of("Observation", query("code:not=1"))).isInstanceOf(Search.Asked.Unknown.class);
        assertThat(Search.of("Observation", query("_count=-1"))).isInstanceOf(Search.Asked.Unreadable.class);
        assertThat(Search.of("Observation", query("patient=a&patient=b"))).isInstanceOf(Search.Asked.Unreadable.class);
    }

    @Test
    void aPartOfAResourceSaysThatItIsOneAndKeepsItsStatus() {
        var search = understood("Observation", "_elements=valueQuantity");
        var whole = search.in(RECORD).getFirst().resource();

        var part = search.shown(whole);

        assertThat(part.has("category")).isFalse();
        assertThat(part.path("status")).isEqualTo(whole.path("status"));
        assertThat(part.path("meta").path("tag").path(0).path("code").asText()).isEqualTo("SUBSETTED");
        assertThat(whole.path("meta").has("tag")).isFalse();
    }

    private static List<RecordEntry> found(String type, String query) {
        return understood(type, query).in(RECORD);
    }

    private static Search understood(String type, String query) {
        return ((Search.Asked.Understood) Search.of(type, query(query))).search();
    }

    private static int all(String type) {
        return (int) RECORD.stream().filter(entry -> entry.type().equals(type)).count();
    }

    private static Map<String, List<String>> query(String text) {
        var query = new LinkedHashMap<String, List<String>>();
        for (var one : text.split("&", -1)) {
            var parts = one.split("=", 2);
            query.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
        }
        return query;
    }
}
