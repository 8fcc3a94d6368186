package hoso.healthrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Documents;
import hoso.healthrecord.document.Flaw;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.reading.DocumentReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files others rely on say what the service does.
@Tag("core")
class ContractTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void eachFlawIsToldInBothLanguages(String language) throws IOException {
        var texts = texts(language);

        for (var code : Flaw.Code.values()) {
            assertThat(texts).contains("error." + code.key());
        }
    }

    @Test
    void bothLanguagesTellTheSameProblems() throws IOException {
        assertThat(texts("vi")).isEqualTo(texts("en"));
    }

    @Test
    void eachProblemHasItsHeading() throws IOException {
        var headings = new HashSet<String>();
        var heading = Pattern.compile("(?m)^#{2,3} ([a-z0-9-]+)$").matcher(text("problems.md"));
        while (heading.find()) {
            headings.add(heading.group(1));
        }

        for (var key : texts("vi")) {
            if (key.endsWith(".title")) {
                assertThat(headings).contains(key.substring(0, key.length() - ".title".length()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VisitRecorded",
                "VisitCorrected",
                "VisitRetracted",
                "VisitHeld",
                "RecordIntegrated",
                "AccessConsentRequested",
                "FacilityAccessedFirst",
                "EmergencyAccessOpened",
                "AccessJournalHead",
                "RecordShared",
                "RecordShareOpened",
                "RecordShareLocked",
                "RecordShareEnded"
            })
    void eachExampleKeepsToItsSchema(String event) throws IOException {
        var schema = JSON.readTree(text("events/" + event + ".v1.schema.json"));
        var example = JSON.readTree(text("examples/" + event + ".v1.json"));

        schema.path("required")
                .forEach(field -> assertThat(example.has(field.asText())).isTrue());
        example.fieldNames()
                .forEachRemaining(field ->
                        assertThat(schema.path("properties").has(field)).isTrue());
        assertThat(text("asyncapi.yaml")).contains("hoso.health-record." + event + ".v1");
    }

    @Test
    void theExamplesOfBothFormatsAreTaken() {
        for (var format : DocumentFormat.values()) {
            var bytes = switch (format) {
                case CLAIM_XML -> Documents.claimExample();
                case FHIR_JSON -> Documents.bundleExample();
            };
            assertThat(DocumentReader.read(format, bytes, Documents.NOW)).isInstanceOf(Reading.Read.class);
        }
    }

    @Test
    void whatIsPersonalPrintsNothing() {
        var reading =
                (Reading.Read) DocumentReader.read(DocumentFormat.CLAIM_XML, Documents.claimExample(), Documents.NOW);
        var visit = reading.visit();
        var printed = List.of(
                reading,
                visit,
                visit.header().patient(),
                Objects.requireNonNull(visit.header().patient().birthDate()),
                visit.findings().diagnoses(),
                visit.findings().drugs(),
                visit.findings().services(),
                visit.findings().tests(),
                visit.findings().progress(),
                visit.findings().reexaminations());

        assertThat(printed.toString().toUpperCase(Locale.ROOT))
                .doesNotContain("NGUY", "1985", "J02", "WBC", "KHÁM", "M75", "2026");
    }

    private static Set<String> texts(String language) throws IOException {
        try (var in = ContractTest.class.getResourceAsStream("/problems_" + language + ".properties")) {
            return new TreeSet<>(new PropertyResourceBundle(in).keySet());
        }
    }

    private static String text(String name) throws IOException {
        try (var in = ContractTest.class.getResourceAsStream("/META-INF/resources/contract/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
