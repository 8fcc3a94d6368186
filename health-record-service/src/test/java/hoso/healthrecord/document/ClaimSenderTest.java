package hoso.healthrecord.document;

import static hoso.healthrecord.document.Documents.NOW;
import static hoso.healthrecord.document.Documents.claim;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Reading.Read;
import hoso.healthrecord.document.Reading.Refused;
import hoso.healthrecord.document.reading.DocumentReader;
import java.math.BigDecimal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What careless senders write, and is taken or told precisely.
@Tag("core")
class ClaimSenderTest {
    private static final String ROW = "<CHI_TIET_CLS><MA_LK>SYN-79001-20260915-000001</MA_LK><MA_CHI_SO>WBC</MA_CHI_SO>"
            + "<GIA_TRI>7</GIA_TRI></CHI_TIET_CLS>";

    @ParameterizedTest
    @ValueSource(strings = {"utf-16", "UTF-16", "utf8", "UTF-8", "utf-16LE"})
    void bytesOfUtf8AreTakenWhateverUnicodeTheyDeclare(String encoding) {
        var document = claim().with("encoding=\"utf-8\"", "encoding=\"" + encoding + "\"")
                .bytes();

        assertThat(read(document).visit().header().patient().name()).isEqualTo("NGUYỄN THỊ THỬ NGHIỆM");
    }

    @Test
    void anotherEncodingIsTold() {
        var document =
                claim().with("encoding=\"utf-8\"", "encoding=\"windows-1258\"").bytes();

        assertThat(flaw(document)).isEqualTo(new Flaw("XML1", Code.NOT_UTF8));
    }

    @Test
    void aTagThatIsNilIsAbsent() {
        var document = claim().with("<NGAY_RA>202609151010</NGAY_RA>", "<NGAY_RA xsi:nil=\"true\"/>")
                .bytes();

        assertThat(read(document).visit().header().dischargedAt()).isNull();
    }

    @Test
    void aDocumentWithATagThatIsNilCanBeCut() {
        var document = claim().with("<NGAY_RA>202609151010</NGAY_RA>", "<NGAY_RA xsi:nil=\"true\"/>")
                .with("Hemoglobin", "anti-HIV")
                .bytes();

        assertThat(DocumentReader.handedOut(DocumentFormat.CLAIM_XML, document)).isInstanceOf(HandedOut.Cut.class);
    }

    @Test
    void eachMarkOfVitalSignsInOneNoteIsShown() {
        var signs = VitalSigns.all("8h CSST<M75_T37_HA120/70> 20h CSST <M110_T39.5_HA90/60>, CSST<>");

        assertThat(signs).extracting(VitalSigns::pulse).containsExactly(new BigDecimal(75), new BigDecimal(110));
        assertThat(signs)
                .extracting(VitalSigns::temperature)
                .containsExactly(new BigDecimal(37), new BigDecimal("39.5"));
        assertThat(signs).extracting(VitalSigns::systolic).containsExactly(new BigDecimal(120), new BigDecimal(90));
    }

    @Test
    void aLongStayIsTakenAndTheLimitTold() {
        assertThat(read(tests(30_000)).visit().findings().tests()).hasSize(30_000);
        assertThat(flaw(tests(30_001))).isEqualTo(new Flaw("XML4", Code.TOO_MANY_ROWS));
    }

    @Test
    void theThirteenDigitCodeOfAFacilityIsToldAsSuch() {
        assertThat(flaw(claim().tag("XML1", "MA_CSKCB", "8934567890123").bytes()))
                .isEqualTo(new Flaw("XML1/MA_CSKCB", Code.FACILITY_LONG));
        assertThat(flaw(claim().sentBy("8934567890123").bytes()))
                .isEqualTo(new Flaw("GIAMDINHHS/THONGTINDONVI/MACSKCB", Code.FACILITY_LONG));
    }

    @Test
    void codesOfDiagnosesArePartedByAnySeparator() {
        var visit =
                read(claim().tag("XML1", "MA_BENH_KT", "I10,E11.9 K29").bytes()).visit();

        assertThat(visit.findings().diagnoses())
                .extracting(Visit.Diagnosis::code)
                .containsExactly("J02.9", "I10", "E11.9", "K29");
    }

    @Test
    void whatTheAppDoesNotShowIsNamed() {
        var document = claim().table(
                        "XML7",
                        "<CHI_TIEU_DU_LIEU_GIAY_RA_VIEN><MA_LK>SYN-79001-20260915-000001</MA_LK>"
                                + "<SO_LUU_TRU>1</SO_LUU_TRU></CHI_TIEU_DU_LIEU_GIAY_RA_VIEN>")
                .bytes();

        assertThat(read(document).visit().findings().further().also()).contains(new Further.Counted("XML7", 1));
    }

    @Test
    void aFilledTagThatIsNotShownIsNamedWithTheNumberOfRows() {
        var also = read(claim().bytes()).visit().findings().further().also();

        assertThat(also)
                .contains(new Further.Counted("XML1/NHOM_MAU", 1), new Further.Counted("XML1/DIA_CHI", 1))
                .extracting(Further.Counted::type)
                .doesNotContain("XML1/MA_LK", "XML1/MA_BENH_CHINH", "XML1/LY_DO_VV", "XML2/TEN_THUOC", "XML4/GIA_TRI");
    }

    @Test
    void whatOfManyRowsIsShownInSomeIsNamedForTheOthers() {
        var both = claim().table(
                        "XML3",
                        "<CHITIEU_CHITIET_DVKT_VTYT><DSACH_CHI_TIET_DVKT>"
                                + "<CHI_TIET_DVKT><MA_LK>SYN-79001-20260915-000001</MA_LK><MA_DICH_VU>02.1</MA_DICH_VU>"
                                + "<MA_VAT_TU>N01</MA_VAT_TU></CHI_TIET_DVKT>"
                                + "<CHI_TIET_DVKT><MA_LK>SYN-79001-20260915-000001</MA_LK><MA_VAT_TU>N02</MA_VAT_TU></CHI_TIET_DVKT>"
                                + "</DSACH_CHI_TIET_DVKT></CHITIEU_CHITIET_DVKT_VTYT>")
                .bytes();

        assertThat(read(both).visit().findings().further().also()).contains(new Further.Counted("XML3/MA_VAT_TU", 1));
    }

    private static byte[] tests(int rows) {
        return claim().table(
                        "XML4",
                        "<CHITIEU_CHITIET_DICHVUCANLAMSANG><DSACH_CHI_TIET_CLS>" + ROW.repeat(rows)
                                + "</DSACH_CHI_TIET_CLS></CHITIEU_CHITIET_DICHVUCANLAMSANG>")
                .bytes();
    }

    private static Read read(byte[] document) {
        var reading = DocumentReader.read(DocumentFormat.CLAIM_XML, document, NOW);
        assertThat(reading).isInstanceOf(Read.class);
        return (Read) reading;
    }

    private static Flaw flaw(byte[] document) {
        var reading = DocumentReader.read(DocumentFormat.CLAIM_XML, document, NOW);
        assertThat(reading).isInstanceOf(Refused.class);
        return ((Refused) reading).flaws().getFirst();
    }
}
