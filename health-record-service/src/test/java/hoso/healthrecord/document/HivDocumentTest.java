package hoso.healthrecord.document;

import static hoso.healthrecord.document.Documents.NOW;
import static hoso.healthrecord.document.Documents.claim;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Reading.Read;
import hoso.healthrecord.document.reading.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the law keeps back of a document, in what is shown of it and in what is handed out.
@Tag("core")
class HivDocumentTest {
    private static final String EPISODE = "<MA_LK>SYN-79001-20260915-000001</MA_LK>";
    private static final Pattern FILE =
            Pattern.compile("<LOAIHOSO>(\\w+)</LOAIHOSO>\\s*<NOIDUNGFILE>([^<]*)</NOIDUNGFILE>");
    private static final String BUNDLE = new String(Documents.bundleExample(), StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {"B20.7", "b20", "B20,I10", "I10;b24", "I10 B23", "I10|Z21", "F024", "R75", "O98.7"})
    void aDiagnosisOfHivLeavesWhereAndWhenOnly(String codes) {
        for (var tag : List.of("MA_BENH_KT", "MA_BENH_CHINH")) {
            var document = claim().tag("XML1", tag, codes).bytes();

            var visit = visit(document);

            assertThat(visit.disclosure()).isEqualTo(new Disclosure(true, true));
            assertThat(visit.findings()).isEqualTo(Visit.Findings.NONE);
            assertThat(visit.header().outcome()).isNull();
            assertThat(DocumentReader.handedOut(DocumentFormat.CLAIM_XML, document))
                    .isInstanceOf(HandedOut.Withheld.class);
        }
    }

    @Test
    void aScreeningIsLeftOutAndTheRestOfTheVisitShown() {
        var document = claim().tag("XML1", "MA_BENH_KT", "Z11.4")
                .tag("XML1", "CHAN_DOAN_RV", "Viêm họng cấp;Khám sàng lọc HIV")
                .bytes();

        var visit = visit(document);

        assertThat(visit.findings().diagnoses()).containsExactly(new Visit.Diagnosis("J02.9", "Viêm họng cấp", true));
        assertThat(visit.findings().drugs()).hasSize(1);
        assertThat(cut(document)).contains("Viêm họng cấp").doesNotContain("Z11.4", "HIV");
    }

    @Test
    void theHivTableStaysSealedAndTheRestOfTheVisitIsShown() {
        var document = claim().table(
                        "XML6",
                        "<CHI_TIEU_HO_SO_HIV><DS><HO_SO>" + EPISODE + "<MA_PHAC_DO>TLD</MA_PHAC_DO>"
                                + "</HO_SO></DS></CHI_TIEU_HO_SO_HIV>")
                .bytes();

        var read = (Read) DocumentReader.read(DocumentFormat.CLAIM_XML, document, NOW);

        assertThat(read.sealed()).containsExactly("XML6");
        assertThat(read.visit().disclosure()).isEqualTo(new Disclosure(false, true));
        assertThat(read.visit().findings().diagnoses()).hasSize(2);
        assertThat(read.visit().findings().further().also())
                .extracting(Further.Counted::type)
                .doesNotContain("XML6");
        assertThat(cut(document)).contains("Viêm họng cấp").doesNotContain("XML6", "HIV", "TLD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "3"})
    void theHivColumnOfTuberculosisIsCutWhateverItSays(String status) {
        var document = claim().table(
                        "XML15",
                        "<CHI_TIEU_DIEUTRI_BENHLAO><DSACH_CHITIET_DIEUTRI_BENHLAO><CHITIET_DIEUTRI_BENHLAO>" + EPISODE
                                + "<PHANLOAI_LAO_VITRI>1</PHANLOAI_LAO_VITRI><PHANLOAI_LAO_HIV>" + status
                                + "</PHANLOAI_LAO_HIV><NGAYKD_HIV/></CHITIET_DIEUTRI_BENHLAO>"
                                + "</DSACH_CHITIET_DIEUTRI_BENHLAO></CHI_TIEU_DIEUTRI_BENHLAO>")
                .bytes();

        var visit = visit(document);

        assertThat(visit.findings().diagnoses()).hasSize(2);
        assertThat(visit.disclosure()).isEqualTo(new Disclosure(false, true));
        assertThat(visit.findings().further().also()).contains(new Further.Counted("XML15", 1));
        assertThat(cut(document)).contains("PHANLOAI_LAO_VITRI").doesNotContain("PHANLOAI_LAO_HIV");
        assertThat(envelope(document)).contains("giữ lại theo quy định của pháp luật");
    }

    @Test
    void aRoutineTestIsLeftOutOfTheVisitAndOfTheDocument() {
        var document = claim().with("Hemoglobin", "HIV Ab test nhanh").bytes();

        var visit = visit(document);

        assertThat(visit.findings().tests()).extracting(Visit.TestResult::code).containsExactly("WBC");
        assertThat(visit.findings().diagnoses()).hasSize(2);
        assertThat(cut(document)).contains("WBC", "7.8").doesNotContain("HIV", "131");
    }

    @Test
    void whatIsCutIsStillAClaimThatCanBeRead() {
        var document = claim().with("Hemoglobin", "anti-HIV").bytes();

        var again = DocumentReader.read(DocumentFormat.CLAIM_XML, cutBytes(DocumentFormat.CLAIM_XML, document), NOW);

        assertThat(again).isInstanceOf(Read.class);
        assertThat(((Read) again).visit().disclosure().withheld()).isFalse();
    }

    @Test
    void aDocumentThatDoesNotSpeakOfHivIsHandedOutByteForByte() {
        for (var format : DocumentFormat.values()) {
            var document = format == DocumentFormat.CLAIM_XML ? Documents.claimExample() : Documents.bundleExample();

            assertThat(DocumentReader.handedOut(format, document))
                    .isInstanceOfSatisfying(
                            HandedOut.Whole.class,
                            whole -> assertThat(whole.bytes()).isSameAs(document));
        }
    }

    @Test
    void aCodeCountsInItsOwnSystemAtAnyPlaceOfTheList() {
        var second = "[{\"system\":\"http://benhvien.example/chan-doan\",\"code\":\"A1\"},"
                + "{\"system\":\"http://snomed.info/sct\",\"code\":\"86406008\"}]";
        var bed = "[{\"system\":\"http://benhvien.example/giuong\",\"code\":\"R75\"}]";
        var withSecond = BUNDLE.replaceFirst(
                "(?s)(\"resourceType\": \"Condition\".*?\"code\": \\{\\s*\"coding\": )\\[.*?\\]", "$1" + second);
        var withBed = BUNDLE.replaceFirst(
                "(?s)(\"resourceType\": \"Procedure\".*?\"code\": \\{\\s*\"coding\": )\\[.*?\\]", "$1" + bed);

        assertThat(withSecond).isNotEqualTo(BUNDLE);
        assertThat(withBed).isNotEqualTo(BUNDLE);
        assertThat(bundle(withSecond).disclosure().hivCare()).isTrue();
        assertThat(bundle(withBed).disclosure()).isEqualTo(new Disclosure(false, false));
    }

    @Test
    void encodedBytesAreNoText() {
        var encoded = "QUFB/HIV/AAAA+ARV+BBBB".repeat(20);
        var attached = BUNDLE.replaceFirst(
                "\\{\\s*\"fullUrl\"",
                "{\"fullUrl\":\"urn:uuid:0\",\"resource\":{\"resourceType\":\"DocumentReference\",\"status\":\"current\","
                        + "\"content\":[{\"attachment\":{\"contentType\":\"application/pdf\",\"data\":\"" + encoded
                        + "\"}}]}}, {\"fullUrl\"");

        assertThat(bundle(attached).disclosure().withheld()).isFalse();
    }

    @Test
    void aDrugOfHivGoesAloneAndTheDocumentBesideItStays() {
        var drug = BUNDLE.replaceFirst(
                "(?s)(\"resourceType\": \"MedicationRequest\".*?\"medicationCodeableConcept\": )\\{.*?\\]\\s*(,\\s*\"text\": \"[^\"]*\"\\s*)?\\}",
                "$1{\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"J05AR27\"}]}");
        assertThat(drug).isNotEqualTo(BUNDLE);

        var visit = bundle(drug);
        var cut = new String(
                cutBytes(DocumentFormat.FHIR_JSON, drug.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);

        assertThat(visit.findings().drugs()).isEmpty();
        assertThat(visit.findings().diagnoses()).isNotEmpty();
        assertThat(visit.disclosure()).isEqualTo(new Disclosure(false, true));
        assertThat(cut).contains("REDACTED", "\"Encounter\"").doesNotContain("J05AR27", "MedicationRequest");
    }

    @Test
    void whatWasKeptUnderAnOlderRuleIsLookedAtAgain() {
        var visit = visit(Documents.claimExample());
        var all = visit.findings();
        var diagnosed = kept(visit, new Visit.Diagnosis("b20", "Bệnh do vi rút", true));
        var tested = new Visit(visit.header(), all, new Disclosure(false, false, 1));

        assertThat(HivRedaction.again(diagnosed).findings()).isEqualTo(Visit.Findings.NONE);
        assertThat(HivRedaction.again(diagnosed).disclosure()).isEqualTo(new Disclosure(true, true));
        assertThat(HivRedaction.again(tested).findings()).isEqualTo(all);
        assertThat(HivRedaction.again(visit)).isSameAs(visit);
    }

    /// As releases kept it that had no rules of their own for allergies, reports or what is set aside.
    @Test
    void everyKindOfItemThatWasKeptUnderAnOlderRuleIsLookedAtAgain() {
        var visit = visit(Documents.claimExample());
        var fever = item(Further.Kind.ALLERGY, "Phấn hoa");
        var further = new Further(
                List.of(
                        fever,
                        item(Further.Kind.ALLERGY, "Abacavir"),
                        item(Further.Kind.REPORT, "Tải lượng HIV"),
                        item(Further.Kind.DISPENSED_DRUG, "Lamivudin 300 mg"),
                        item(Further.Kind.ADMINISTERED_DRUG, "Tenofovir 300 mg")),
                List.of(new Further.SetAside(
                        Further.Kind.DIAGNOSIS, Further.Standing.REFUTED, "B20", "Bệnh do vi rút", null, null)),
                List.of(new Further.Counted("Basic", 1)));
        var old = new Visit(visit.header(), with(visit.findings(), further), new Disclosure(false, false, 0));

        var again = HivRedaction.again(old);

        assertThat(again.findings().further())
                .isEqualTo(new Further(List.of(fever), List.of(), List.of(new Further.Counted("Basic", 1))));
        assertThat(again.findings().diagnoses()).hasSize(2);
        assertThat(again.disclosure()).isEqualTo(new Disclosure(false, true));
    }

    private static Further.Item item(Further.Kind kind, String name) {
        return new Further.Item(kind, null, name, null, null, null);
    }

    private static Visit.Findings with(Visit.Findings all, Further further) {
        return new Visit.Findings(
                all.reason(),
                all.treatment(),
                all.advice(),
                all.diagnoses(),
                all.drugs(),
                all.services(),
                all.tests(),
                all.progress(),
                all.reexaminations(),
                all.referral(),
                further);
    }

    private static Visit kept(Visit visit, Visit.Diagnosis diagnosis) {
        var all = visit.findings();
        return new Visit(
                visit.header(),
                new Visit.Findings(
                        all.reason(),
                        all.treatment(),
                        all.advice(),
                        List.of(diagnosis),
                        all.drugs(),
                        all.services(),
                        all.tests(),
                        all.progress(),
                        all.reexaminations(),
                        all.referral(),
                        all.further()),
                new Disclosure(false, false, 0));
    }

    private static Visit visit(byte[] document) {
        return ((Read) DocumentReader.read(DocumentFormat.CLAIM_XML, document, NOW)).visit();
    }

    private static Visit bundle(String document) {
        return ((Read) DocumentReader.read(DocumentFormat.FHIR_JSON, document.getBytes(StandardCharsets.UTF_8), NOW))
                .visit();
    }

    private static byte[] cutBytes(DocumentFormat format, byte[] document) {
        var handed = DocumentReader.handedOut(format, document);
        assertThat(handed).isInstanceOf(HandedOut.Cut.class);
        return ((HandedOut.Cut) handed).bytes();
    }

    private static String envelope(byte[] document) {
        return new String(cutBytes(DocumentFormat.CLAIM_XML, document), StandardCharsets.UTF_8);
    }

    /// The cut document with its tables in clear.
    private static String cut(byte[] document) {
        var envelope = envelope(document);
        var clear = new StringBuilder();
        var files = FILE.matcher(envelope);
        while (files.find()) {
            clear.append(files.group(1))
                    .append(new String(Base64.getDecoder().decode(files.group(2)), StandardCharsets.UTF_8));
        }
        return clear.toString();
    }
}
