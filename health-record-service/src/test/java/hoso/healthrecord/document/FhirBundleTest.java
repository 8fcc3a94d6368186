package hoso.healthrecord.document;

import static hoso.healthrecord.document.Documents.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Reading.Read;
import hoso.healthrecord.document.Reading.Refused;
import hoso.healthrecord.document.reading.DocumentReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class FhirBundleTest {
    private static final String EXAMPLE = new String(Documents.bundleExample(), StandardCharsets.UTF_8);

    @Test
    void theExampleIsReadWhole() {
        var read = (Read) DocumentReader.read(DocumentFormat.FHIR_JSON, Documents.bundleExample(), NOW);
        var visit = read.visit();

        assertThat(visit.header().facility()).isEqualTo("79001");
        assertThat(visit.header().episode()).isEqualTo("SYN-79001-20261020-000007");
        assertThat(visit.header().patient().number()).isEqualTo("003185000017");
        assertThat(visit.header().patient().birthDate()).isEqualTo(new BirthDate(1985, 3, 17));
        assertThat(visit.header().admittedAt()).isEqualTo(Instant.parse("2026-10-20T00:40:00Z"));
        assertThat(visit.header().careKind()).isEqualTo(CareKind.CHRONIC_OUTPATIENT);
        assertThat(visit.header().outcome()).isEqualTo(Outcome.BETTER);
        assertThat(visit.findings().diagnoses())
                .containsExactly(new Visit.Diagnosis("I10", "Tăng huyết áp nguyên phát", true));
        assertThat(visit.findings().drugs())
                .singleElement()
                .extracting(Visit.Drug::dose)
                .isEqualTo("1 viên/ngày");
        assertThat(visit.findings().tests())
                .singleElement()
                .extracting(Visit.TestResult::value)
                .isEqualTo("5.10");
        assertThat(visit.findings().progress().getFirst().vitalSigns())
                .isEqualTo(
                        new VitalSigns(null, null, BigDecimal.valueOf(135), BigDecimal.valueOf(85), null, null, null));
        assertThat(visit.findings().reexaminations())
                .containsExactly(new Visit.Reexamination(
                        LocalDate.of(2026, 11, 20), Instant.parse("2026-11-20T00:30:00Z"), "79001-26-000042"));
        assertThat(read.unknownTags()).isEmpty();
        assertThat(visit.findings().further().items())
                .containsExactly(new Further.Item(Further.Kind.ALLERGY, null, "Dị ứng penicillin", null, null, null));
        assertThat(visit.header().facilityName()).isEqualTo("Bệnh viện Thử Nghiệm");
        assertThat(visit.disclosure().withheld()).isFalse();
    }

    @Test
    void eachWrongPlaceIsNamed() {
        assertThat(flaw(EXAMPLE.replace("\"type\": \"transaction\"", "\"type\": \"history\"")))
                .isEqualTo(new Flaw("Bundle.type", Code.UNKNOWN_CODE));
        assertThat(flaw(EXAMPLE.replace("\"resourceType\": \"Bundle\"", "\"resourceType\": \"Patient\"")))
                .isEqualTo(new Flaw("resourceType", Code.NOT_A_BUNDLE));
        assertThat(flaw(EXAMPLE.replace("\"resourceType\": \"Patient\"", "\"resourceType\": \"Person\"")))
                .isEqualTo(new Flaw("Bundle.entry", Code.PATIENT_MISSING));
        assertThat(flaw(EXAMPLE.replace("\"resourceType\": \"Condition\"", "\"resourceType\": \"Encounter\"")))
                .isEqualTo(new Flaw("Bundle.entry[2].resource", Code.SEVERAL_VISITS));
        assertThat(flaw(EXAMPLE.replace("\"resourceType\": \"Procedure\"", "\"resourceType\": \"Patient\"")))
                .isEqualTo(new Flaw("Bundle.entry[6].resource", Code.SEVERAL_PATIENTS));
        assertThat(flaw(EXAMPLE.replace("1985-03-17", "1985-13-17")))
                .isEqualTo(new Flaw("Bundle.entry[0].resource.birthDate", Code.WRONG_DATE));
        assertThat(flaw(EXAMPLE.replace("2026-10-20T07:40:00+07:00", "2026-10-20T07:40:00")))
                .isEqualTo(new Flaw("Bundle.entry[1].resource.period.start", Code.WRONG_DATE));
        assertThat(flaw(EXAMPLE.replace("urn:vn:ma-lk", "urn:vn:khac")))
                .isEqualTo(new Flaw("Bundle.entry[1].resource.identifier", Code.MISSING));
        assertThat(flaw(EXAMPLE.replace("\"value\": \"79001\"", "\"value\": \"bệnh viện\"")))
                .isEqualTo(new Flaw("Bundle.entry[1].resource.serviceProvider.identifier", Code.FACILITY_UNKNOWN));
        assertThat(flaw(EXAMPLE.replaceFirst(
                        "(?s)(\"resourceType\": \"Condition\".*?\"reference\": \")urn:uuid:[^\"]*", "$1Patient/khac")))
                .isEqualTo(new Flaw("Bundle.entry[2].resource.subject.reference", Code.OTHER_PATIENT));
    }

    @Test
    void hivIsNeverShown() {
        var care = read(EXAMPLE.replace("\"code\": \"I10\"", "\"code\": \"B24\""));
        var test = read(EXAMPLE.replace("\"Đường máu\"", "\"HIV Ag/Ab\""));
        var elsewhere = read(EXAMPLE.replace("Dị ứng penicillin", "Dị ứng thuốc ARV"));
        var labelled = read(EXAMPLE.replace(
                "\"resourceType\": \"Procedure\",",
                "\"resourceType\": \"Procedure\", \"meta\": {\"security\": [{\"code\": \"HIV\"}]},"));

        assertThat(care.disclosure().hivCare()).isTrue();
        assertThat(care.findings().drugs()).isEmpty();
        assertThat(test.findings().tests()).isEmpty();
        assertThat(test.findings().drugs()).hasSize(1);
        assertThat(test.disclosure().withheld()).isTrue();
        assertThat(elsewhere.disclosure().withheld()).isTrue();
        assertThat(labelled.disclosure().hivCare()).isTrue();
    }

    @Test
    void whatIsTooMuchOrNoJsonIsRefused() {
        assertThat(flaw("").code()).isEqualTo(Code.EMPTY);
        assertThat(flaw("<a/>").code()).isEqualTo(Code.MALFORMED);
        assertThat(flaw(EXAMPLE.substring(0, 4_000)).code()).isEqualTo(Code.MALFORMED);
        assertThat(flaw(EXAMPLE + "{}").code()).isEqualTo(Code.MALFORMED);
        assertThat(flaw(EXAMPLE.replace("\"entry\":", "\"type\": \"collection\", \"entry\":"))
                        .code())
                .isEqualTo(Code.MALFORMED);
        assertThat(flaw("[".repeat(100_000)).code()).isEqualTo(Code.TOO_DEEP);
        assertThat(flaw("{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + "{},".repeat(30_000)
                                + "{}]}")
                        .code())
                .isEqualTo(Code.TOO_MANY_ELEMENTS);
        assertThat(flaw("[" + "1,".repeat(4_000_000) + "1]").code()).isEqualTo(Code.CONTENT_TOO_LARGE);
        assertThat(flaw("{\"a\":" + "9".repeat(1_000) + "}").code()).isEqualTo(Code.CONTENT_TOO_LARGE);
        assertThat(flaw(EXAMPLE.getBytes(StandardCharsets.UTF_16)).code()).isEqualTo(Code.NOT_UTF8);
        assertThat(flaw(new byte[DocumentFormat.MAX_BYTES + 1]).code()).isEqualTo(Code.CONTENT_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10})
    void anAttachmentOfTenMegabytesIsTaken(int megabytes) {
        var attachment = "QUJD".repeat(megabytes * 1024 * 1024 / 3);
        var bundle = EXAMPLE.replace(
                "\"resourceType\": \"AllergyIntolerance\",",
                "\"resourceType\": \"AllergyIntolerance\", \"contained\": [{\"resourceType\": \"DocumentReference\","
                        + "\"status\": \"current\", \"content\": [{\"attachment\": {\"contentType\": \"application/pdf\","
                        + "\"title\": \"giay-ra-vien.pdf\", \"data\": \"" + attachment + "\"}}]}],");

        var visit = read(bundle);

        assertThat(visit.findings().further().items())
                .extracting(Further.Item::detail)
                .contains("giay-ra-vien.pdf; application/pdf");
        assertThat(visit.disclosure().withheld()).isFalse();
    }

    @Test
    void anEpisodeOfControlCharactersIsRefused() {
        assertThat(flaw(EXAMPLE.replace("SYN-79001-20261020-000007", "a\\u0000b")))
                .isEqualTo(new Flaw("Bundle.entry[1].resource.identifier", Code.TOO_LONG));
    }

    private static Visit read(String bundle) {
        var reading = DocumentReader.read(DocumentFormat.FHIR_JSON, bundle.getBytes(StandardCharsets.UTF_8), NOW);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).visit();
    }

    private static Flaw flaw(byte[] bundle) {
        var reading = DocumentReader.read(DocumentFormat.FHIR_JSON, bundle, NOW);
        assertThat(reading).isInstanceOf(Refused.class);
        return ((Refused) reading).flaws().getFirst();
    }

    private static Flaw flaw(String bundle) {
        return flaw(bundle.getBytes(StandardCharsets.UTF_8));
    }
}
