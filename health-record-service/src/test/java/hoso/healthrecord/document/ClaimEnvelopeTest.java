package hoso.healthrecord.document;

import static hoso.healthrecord.document.Documents.NOW;
import static hoso.healthrecord.document.Documents.claim;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.Flaw.Code;
import hoso.healthrecord.document.Reading.Read;
import hoso.healthrecord.document.Reading.Refused;
import hoso.healthrecord.document.Visit.Sex;
import hoso.healthrecord.document.reading.DocumentReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ClaimEnvelopeTest {

    @Test
    void theExampleIsReadWhole() {
        var visit = visit(Documents.claimExample());

        assertThat(visit.header().facility()).isEqualTo("01000");
        assertThat(visit.header().episode()).isEqualTo("SYN-79001-20260915-000001");
        assertThat(visit.header().patient().number()).isEqualTo("003185000017");
        assertThat(visit.header().patient().name()).isEqualTo("NGUYỄN THỊ THỬ NGHIỆM");
        assertThat(visit.header().patient().birthDate()).isEqualTo(new BirthDate(1985, 3, 17));
        assertThat(visit.header().patient().sex()).isEqualTo(Sex.FEMALE);
        assertThat(visit.header().admittedAt()).isEqualTo(Instant.parse("2026-09-15T01:05:00Z"));
        assertThat(visit.header().dischargedAt()).isEqualTo(Instant.parse("2026-09-15T03:10:00Z"));
        assertThat(visit.header().careKind()).isEqualTo(CareKind.EXAMINATION);
        assertThat(visit.header().outcome()).isEqualTo(Outcome.BETTER);
        assertThat(visit.findings().diagnoses())
                .containsExactly(
                        new Visit.Diagnosis("J02.9", "Viêm họng cấp, không đặc hiệu", true),
                        new Visit.Diagnosis("I10", "Tăng huyết áp nguyên phát", false));
        assertThat(visit.findings().drugs())
                .singleElement()
                .extracting(Visit.Drug::name)
                .isEqualTo("Thuốc thử nghiệm A");
        assertThat(visit.findings().services())
                .singleElement()
                .extracting(Visit.Service::name)
                .isEqualTo("Khám nội");
        assertThat(visit.findings().tests()).extracting(Visit.TestResult::value).containsExactly("7.8", "131");
        assertThat(visit.findings().progress().getFirst().vitalSigns())
                .isEqualTo(new VitalSigns(
                        BigDecimal.valueOf(75),
                        BigDecimal.valueOf(37),
                        BigDecimal.valueOf(120),
                        BigDecimal.valueOf(70),
                        BigDecimal.valueOf(18),
                        null,
                        null));
        assertThat(visit.findings().reexaminations())
                .containsExactly(new Visit.Reexamination(
                        LocalDate.of(2026, 9, 22), Instant.parse("2026-09-22T01:00:00Z"), "01000-26-000001"));
        assertThat(visit.disclosure().withheld()).isFalse();
    }

    @Test
    void tagsAreFoundByNameAndUnknownOnesAreKeptAndTold() {
        var moved = claim().with("<HO_TEN>NGUYỄN THỊ THỬ NGHIỆM</HO_TEN>", "")
                .with("</TONG_HOP>", "<HO_TEN>NGUYỄN THỊ THỬ NGHIỆM</HO_TEN><TAG_MOI>1</TAG_MOI></TONG_HOP>")
                .bytes();

        var read = (Read) DocumentReader.read(DocumentFormat.CLAIM_XML, moved, NOW);

        assertThat(read.visit().header().patient().name()).isEqualTo("NGUYỄN THỊ THỬ NGHIỆM");
        assertThat(read.unknownTags()).containsExactly("XML1/TAG_MOI");
    }

    @Test
    void aBirthDateMayBeAYearOnly() {
        var visit = visit(claim().tag("XML1", "NGAY_SINH", "198500000000").bytes());

        assertThat(visit.header().patient().birthDate()).isEqualTo(new BirthDate(1985, 0, 0));
    }

    @Test
    void aVisitMayNameNoPersonalNumber() {
        assertThat(visit(claim().tag("XML1", "SO_CCCD", "").bytes())
                        .header()
                        .patient()
                        .number())
                .isNull();
    }

    @Test
    void aReferralIsReadByBothTagNames() {
        for (var tag : new String[] {"MA_NOI_DEN", "MA_CSKCB_DEN"}) {
            var visit = visit(claim().table(
                            "XML13",
                            "<CHI_TIEU_GIAYCHUYENTUYEN><MA_LK>SYN-79001-20260915-000001</MA_LK>"
                                    + "<GIAY_CHUYEN_TUYEN>CT-1</GIAY_CHUYEN_TUYEN><" + tag + ">79000</" + tag
                                    + "></CHI_TIEU_GIAYCHUYENTUYEN>")
                    .bytes());

            assertThat(visit.findings().referral()).isEqualTo(new Visit.Referral("CT-1", "79000", null, null));
        }
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(visit(("\uFEFF" + claim().xml()).getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @Test
    void eachWrongPlaceIsNamed() {
        assertThat(flaw(claim().without("XML1").bytes())).isEqualTo(new Flaw("XML1", Code.TABLE_MISSING));
        assertThat(flaw(claim().table("XML16", "<A/>").bytes()))
                .isEqualTo(new Flaw("HOSO/FILEHOSO[7]/LOAIHOSO", Code.UNKNOWN_TABLE));
        assertThat(flaw(claim().sentBy("79001").bytes()))
                .isEqualTo(new Flaw("GIAMDINHHS/THONGTINDONVI/MACSKCB", Code.FACILITY_DIFFERS));
        assertThat(flaw(claim().sentBy("1").tag("XML1", "MA_CSKCB", "1").bytes()))
                .isEqualTo(new Flaw("XML1/MA_CSKCB", Code.FACILITY_UNKNOWN));
        assertThat(flaw(claim().tag("XML2", "MA_LK", "KHAC").bytes()))
                .isEqualTo(new Flaw("XML2[1]/MA_LK", Code.EPISODE_DIFFERS));
        assertThat(flaw(claim().tag("XML1", "NGAY_VAO", "202613150805").bytes()))
                .isEqualTo(new Flaw("XML1/NGAY_VAO", Code.WRONG_DATE));
        assertThat(flaw(claim().tag("XML1", "NGAY_RA", "202609140000").bytes()))
                .isEqualTo(new Flaw("XML1/NGAY_RA", Code.ENDS_BEFORE_IT_BEGINS));
        assertThat(flaw(claim().tag("XML1", "NGAY_SINH", "209001010000").bytes()))
                .isEqualTo(new Flaw("XML1/NGAY_SINH", Code.DATE_IN_FUTURE));
        assertThat(flaw(claim().tag("XML1", "HO_TEN", "").bytes())).isEqualTo(new Flaw("XML1/HO_TEN", Code.MISSING));
        assertThat(flaw(claim().tag("XML1", "HO_TEN", "A".repeat(256)).bytes()))
                .isEqualTo(new Flaw("XML1/HO_TEN", Code.TOO_LONG));
        assertThat(flaw(claim().tag("XML1", "GIOI_TINH", "9").bytes()))
                .isEqualTo(new Flaw("XML1/GIOI_TINH", Code.UNKNOWN_CODE));
        assertThat(flaw(claim().table("XML1", "<KHAC/>").bytes())).isEqualTo(new Flaw("XML1", Code.WRONG_ROOT));
        assertThat(flaw(claim().with("<MA_BN>", "<HO_TEN>X</HO_TEN><MA_BN>").bytes()))
                .isEqualTo(new Flaw("XML1/HO_TEN", Code.TAG_TWICE));
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        var flaws = flaws(claim().tag("XML1", "NGAY_VAO", "x")
                .tag("XML1", "HO_TEN", "")
                .tag("XML2", "NGAY_YL", "20261399")
                .bytes());

        assertThat(flaws.flaws())
                .extracting(Flaw::pointer)
                .containsExactly("XML1/HO_TEN", "XML1/NGAY_VAO", "XML2[1]/NGAY_YL");
        assertThat(flaws.understood()).isTrue();
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        var bomb = """
                <?xml version="1.0"?><!DOCTYPE GIAMDINHHS [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;">]><GIAMDINHHS>&d;</GIAMDINHHS>""";
        var outside =
                "<!DOCTYPE GIAMDINHHS [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><GIAMDINHHS><X>&a;</X></GIAMDINHHS>";

        assertThat(flaw(bomb).code()).isEqualTo(Code.DTD_FORBIDDEN);
        assertThat(flaw(outside).code()).isEqualTo(Code.DTD_FORBIDDEN);
        assertThat(flaw(claim().table("XML1", outside).bytes())).isEqualTo(new Flaw("XML1", Code.DTD_FORBIDDEN));
        assertThat(flaw("<GIAMDINHHS>&khong;</GIAMDINHHS>").code()).isIn(Code.DTD_FORBIDDEN, Code.MALFORMED);
    }

    @Test
    void anotherEncodingIsRefused() {
        var name = "NGUYỄN THỊ THỬ NGHIỆM";

        assertThat(flaw(claim().xml().getBytes(StandardCharsets.UTF_16)).code()).isEqualTo(Code.NOT_UTF8);
        assertThat(flaw(("<GIAMDINHHS>" + name + "é</GIAMDINHHS>").getBytes(StandardCharsets.ISO_8859_1))
                        .code())
                .isEqualTo(Code.NOT_UTF8);
        assertThat(flaw("<?xml version=\"1.0\" encoding=\"windows-1258\"?><GIAMDINHHS/>")
                        .code())
                .isEqualTo(Code.NOT_UTF8);
    }

    @Test
    void whatIsTooMuchIsRefused() {
        var many = "<DSACH_CHI_TIET_THUOC>"
                + "<CHI_TIET_THUOC><MA_LK>SYN-79001-20260915-000001</MA_LK></CHI_TIET_THUOC>".repeat(30_001)
                + "</DSACH_CHI_TIET_THUOC>";

        assertThat(flaw("<GIAMDINHHS>" + "<A>".repeat(100_000)).code()).isEqualTo(Code.TOO_DEEP);
        assertThat(flaw("<GIAMDINHHS>" + "<A/>".repeat(100_000)).code()).isEqualTo(Code.TOO_MANY_ELEMENTS);
        assertThat(flaw(claim().table("XML2", "<CHITIEU_CHITIET_THUOC>" + many + "</CHITIEU_CHITIET_THUOC>")
                        .bytes()))
                .isEqualTo(new Flaw("XML2", Code.TOO_MANY_ROWS));
        assertThat(flaw(Documents.envelope("01000", "<HOSO>" + "<FILEHOSO/>".repeat(10_000) + "</HOSO>"))
                        .code())
                .isEqualTo(Code.TOO_MANY_ELEMENTS);
        assertThat(flaw(Documents.envelope("01000", "<HOSO/>".repeat(10_000))).code())
                .isEqualTo(Code.SEVERAL_VISITS);
        assertThat(flaw(claim().tag("XML1", "GHI_CHU", "a".repeat(300_000)).bytes())
                        .code())
                .isEqualTo(Code.TEXT_TOO_LONG);
        assertThat(flaw(new byte[DocumentFormat.MAX_BYTES + 1]).code()).isEqualTo(Code.CONTENT_TOO_LARGE);
    }

    @Test
    void whatIsNoEnvelopeIsRefused() {
        assertThat(flaw("").code()).isEqualTo(Code.EMPTY);
        assertThat(flaw("{}").code()).isEqualTo(Code.MALFORMED);
        assertThat(flaw("<html/>").code()).isEqualTo(Code.NOT_AN_ENVELOPE);
        assertThat(flaw("<GIAMDINHHS/>").code()).isEqualTo(Code.NO_VISIT);
        var whole = claim().xml();
        assertThat(flaw(whole.substring(0, whole.length() / 2)).code()).isEqualTo(Code.MALFORMED);
        assertThat(flaw(whole.replace("PD94", "<!-- -->%%%")).code()).isEqualTo(Code.NOT_BASE64);
    }

    private static Visit visit(byte[] document) {
        var reading = DocumentReader.read(DocumentFormat.CLAIM_XML, document, NOW);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).visit();
    }

    private static Refused flaws(byte[] document) {
        var reading = DocumentReader.read(DocumentFormat.CLAIM_XML, document, NOW);
        assertThat(reading).isInstanceOf(Refused.class);
        return (Refused) reading;
    }

    private static Flaw flaw(byte[] document) {
        return flaws(document).flaws().getFirst();
    }

    private static Flaw flaw(String document) {
        return flaw(document.getBytes(StandardCharsets.UTF_8));
    }
}
