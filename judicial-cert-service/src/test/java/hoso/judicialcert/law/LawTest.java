package hoso.judicialcert.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class LawTest {
    private static final Law LAW = Laws.packaged();

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, ONLINE,    STANDARD, 200000, TT244-2016/standard",
        "2025-04-23, ONLINE,    STANDARD, 200000, TT244-2016/standard",
        "2025-04-24, ONLINE,    STANDARD, 170000, TT16-2025/standard-online",
        "2025-04-24, IN_PERSON, STANDARD, 200000, TT16-2025/standard",
        "2025-12-31, PORTAL,    STANDARD, 170000, TT16-2025/standard-online",
        "2026-01-01, PORTAL,    STANDARD, 200000, TT16-2025/standard",
        "2025-12-31, ONLINE,    STANDARD, 170000, TT16-2025/standard-online",
        "2026-01-01, ONLINE,    STANDARD, 200000, TT16-2025/standard",
        "2026-11-23, ONLINE,    STANDARD, 200000, TT16-2025/standard",
        "2026-11-23, ONLINE,    REDUCED,  100000, TT16-2025/reduced",
        "2026-11-23, ONLINE,    EXEMPT,        0, TT16-2025/exempt",
        "2026-08-15, ONLINE,    DIGITAL_CITIZEN, 0, NQ66.22-2026/digital-citizen",
        "2027-02-28, ONLINE,    DIGITAL_CITIZEN, 0, NQ66.22-2026/digital-citizen",
    })
    void theFeeIsThatOfTheDayOfReceipt(LocalDate day, Channel channel, FeeCategory category, long amount, String rule) {
        assertThat(LAW.fee(channel, category, day)).hasValueSatisfying(fee -> {
            assertThat(fee.amount()).isEqualTo(amount);
            assertThat(fee.rule()).isEqualTo(rule);
        });
    }

    /// The status list of the National Public Service Portal, as its users read it.
    @ParameterizedTest
    @CsvSource({
        "DRAFT,               1, Mới đăng ký",
        "ACCEPTED,            2, Được tiếp nhận",
        "DECLINED,            8, Dừng xử lý",
        "SIGNING,             4, Đang xử lý",
        "SUPPLEMENT_REQUESTED, 5, Yêu cầu bổ sung giấy tờ",
        "FEE_DUE,             6, Yêu cầu thực hiện nghĩa vụ tài chính",
        "WITHDRAWN,           7, Công dân yêu cầu rút hồ sơ",
        "STOPPED,             8, Dừng xử lý",
        "ISSUED,              9, Đã xử lý xong",
        "DELIVERED,          10, Đã trả kết quả",
    })
    void aStatusHasTheCodeAndTheWordsOfThePortal(String status, int code, String words) {
        assertThat(LAW.texts().status(status).portalCode()).isEqualTo(code);
        assertThat(LAW.texts().status(status).portal().vi()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, false, true,  issuer/withdrawn-before-work",
        "2024-10-02, true,  false, issuer/withdrawn-after-work",
        "2026-12-01, false, true,  issuer/withdrawn-before-work",
        "2026-12-01, true,  false, issuer/withdrawn-after-work",
    })
    void aFeeIsPaidBackWithAWithdrawalUnlessWorkHadBegun(LocalDate day, boolean begun, boolean refunded, String rule) {
        assertThat(LAW.withdrawal(begun, day).refunded()).isEqualTo(refunded);
        assertThat(LAW.withdrawal(begun, day).rule()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-02", "2026-08-14", "2027-03-01"})
    void digitalCitizensAreNoCategoryBeforeAndAfterTheResolution(LocalDate day) {
        assertThat(LAW.fee(Channel.ONLINE, FeeCategory.DIGITAL_CITIZEN, day)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // 10 days of the calendar; a Saturday moves to Monday.
        "2024-10-02T03:00:00Z, STANDARD, 2024-10-14T10:00:00Z, L28-2009/art-48-standard",
        "2024-10-02T03:00:00Z, LONG,     2024-10-17T10:00:00Z, L28-2009/art-48-long",
        // The last day falls into Tết 2025.
        "2025-01-17T03:00:00Z, STANDARD, 2025-02-03T10:00:00Z, L28-2009/art-48-standard",
        "2026-06-30T16:59:59Z, STANDARD, 2026-07-10T10:00:00Z, L28-2009/art-48-standard",
        // Past midnight in Hà Nội: the new law, 5 working days.
        "2026-06-30T17:00:00Z, STANDARD, 2026-07-08T10:00:00Z, L107-2025/art-48-standard",
        "2026-11-23T03:00:00Z, STANDARD, 2026-12-01T10:00:00Z, L107-2025/art-48-standard",
        // Two days of National Day and one swapped day are no working days.
        "2026-08-28T03:00:00Z, STANDARD, 2026-09-09T10:00:00Z, L107-2025/art-48-standard",
        // 8 working hours: from ten in the morning until ten of the next working day (24 November is none); from Friday
        // afternoon over the weekend.
        "2026-11-23T03:00:00Z, CHECK, 2026-11-25T03:00:00Z, D216-2026/art-23-check",
        "2026-11-27T09:30:00Z, CHECK, 2026-11-30T09:30:00Z, D216-2026/art-23-check",
        // Received at night, in the lunch hour, and after hours on the eve of National Day.
        "2026-11-23T15:00:00Z, CHECK, 2026-11-25T10:00:00Z, D216-2026/art-23-check",
        "2026-11-23T05:30:00Z, CHECK, 2026-11-25T05:00:00Z, D216-2026/art-23-check",
        "2026-08-28T10:30:00Z, CHECK, 2026-09-03T10:00:00Z, D216-2026/art-23-check",
        // Tết and the First of May of 2027 fall on weekends, and are made up for.
        "2027-02-04T03:00:00Z, STANDARD, 2027-02-18T10:00:00Z, L107-2025/art-48-standard",
        "2027-04-29T03:00:00Z, CHECK, 2027-05-04T03:00:00Z, D216-2026/art-23-check",
        "2024-10-02T03:00:00Z, URGENT, 2024-10-03T03:00:00Z, L28-2009/art-48-urgent",
        "2026-11-23T03:00:00Z, URGENT, 2026-11-24T03:00:00Z, L28-2009/art-48-urgent",
        "2026-11-23T03:00:00Z, FEE, 2026-12-03T10:00:00Z, agency/fee",
    })
    void aRequestIsDueByTheLawOfTheMomentOfReceipt(Instant receivedAt, DeadlineKind limit, Instant due, String rule) {
        assertThat(LAW.due(receivedAt, limit)).isEqualTo(new Deadline(due, rule));
    }

    @ParameterizedTest
    @CsvSource({
        // Asked on a Friday, given on Tuesday: two working days, Monday and Tuesday.
        "L107-2025/art-48-standard, 2026-12-01T10:00:00Z, 2026-11-27T02:00:00Z, 2026-12-01T08:00:00Z,"
                + " 2026-12-03T10:00:00Z",
        // Three days that lie over a weekend are two working days, a minute past Tuesday's midnight in Hà Nội as well.
        "L107-2025/art-48-standard, 2026-12-07T10:00:00Z, 2026-11-27T17:01:00Z, 2026-11-30T17:01:00Z,"
                + " 2026-12-09T10:00:00Z",
        // Three days within a week are three.
        "L107-2025/art-48-standard, 2026-12-07T10:00:00Z, 2026-11-30T17:01:00Z, 2026-12-03T17:01:00Z,"
                + " 2026-12-10T10:00:00Z",
        // On a weekend, and within a day, no working day passes.
        "L107-2025/art-48-standard, 2026-12-01T10:00:00Z, 2026-11-28T02:00:00Z, 2026-11-29T08:00:00Z,"
                + " 2026-12-01T10:00:00Z",
        "L107-2025/art-48-standard, 2026-12-01T10:00:00Z, 2026-11-26T02:00:00Z, 2026-11-26T08:00:00Z,"
                + " 2026-12-01T10:00:00Z",
        // Over Tết and the weekend after it: the 12th and the 15th.
        "L107-2025/art-48-standard, 2027-02-18T10:00:00Z, 2027-02-04T03:00:00Z, 2027-02-15T03:00:00Z,"
                + " 2027-02-22T10:00:00Z",
        "L107-2025/art-48-long,     2026-12-01T10:00:00Z, 2026-11-27T02:00:00Z, 2026-12-01T08:00:00Z,"
                + " 2026-12-03T10:00:00Z",
        // Ten days of the calendar, two of them between; the end falls on a Saturday.
        "L28-2009/art-48-standard,  2024-10-10T10:00:00Z, 2024-10-03T02:00:00Z, 2024-10-05T08:00:00Z,"
                + " 2024-10-14T10:00:00Z",
        "L28-2009/art-48-urgent,    2026-11-24T03:00:00Z, 2026-11-23T04:00:00Z, 2026-11-23T06:30:00Z,"
                + " 2026-11-24T05:30:00Z",
        // An hour before the end of one day's work and one after the beginning of the next.
        "D216-2026/art-23-check,    2026-11-26T03:00:00Z, 2026-11-25T09:00:00Z, 2026-11-26T02:00:00Z,"
                + " 2026-11-26T05:00:00Z",
    })
    void anInterruptedLimitEndsLaterByWhatItCounts(String rule, Instant due, Instant from, Instant to, Instant newly) {
        assertThat(LAW.later(new Deadline(due, rule), from, to)).isEqualTo(new Deadline(newly, rule));
    }

    @ParameterizedTest
    @CsvSource({"agency/fee", "agency/supplement"})
    void aLimitOfTheCitizensOwnDoesNotPause(String rule) {
        var due = new Deadline(Instant.parse("2026-12-01T10:00:00Z"), rule);

        assertThatThrownBy(() -> LAW.later(due, due.at(), due.at())).hasMessageContaining("does not pause");
    }

    @Test
    void aProcedureOfTheMinistryIsTheNationalAgencys() {
        assertThat(LAW.nationalAgency(LocalDate.of(2026, 11, 23)).code()).isEqualTo("G01");
        assertThat(LAW.agencyByRule("BTP/01").code()).isEqualTo("H26");
    }

    @Test
    void whatTheAgencyCanBeLateWithHasWordsForIt() {
        for (var status : List.of("WAIVER_REVIEW", "CHECKING", "ACCEPTED", "REFERRED", "APPROVAL", "SIGNING")) {
            assertThat(LAW.texts().delay(status).vi()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-04-21, 01, false",
        "2024-04-22, 01, true",
        "2024-04-22, 46, true",
        "2024-09-30, 79, false",
        "2024-10-01, 79, true",
        "2026-11-23, 44, true",
    })
    void thePilotBeganInTwoProvinces(LocalDate day, String province, boolean open) {
        assertThat(LAW.opening("3.000333", province, Channel.ONLINE, day).isPresent())
                .isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, 01, H26, SỞ TƯ PHÁP",
        "2024-10-02, 79, G15, TRUNG TÂM LÝ LỊCH TƯ PHÁP QUỐC GIA",
        "2025-02-28, 46, H57, SỞ TƯ PHÁP",
        "2025-03-01, 46, H57, PHÒNG HỒ SƠ NGHIỆP VỤ",
        "2026-11-23, 79, G01, CỤC HỒ SƠ NGHIỆP VỤ",
    })
    void theIssuingAgencyIsThatOfTheProvinceAndTheDay(LocalDate day, String province, String code, String name) {
        var agency = LAW.agency(province, day);

        assertThat(agency.code()).isEqualTo(code);
        assertThat(agency.name().vi()).isEqualTo(name);
    }

    @Test
    void thePresentLawAsksForAnAgeOfSixteen() {
        assertThat(LAW.procedure("3.000333", LocalDate.of(2026, 6, 30)).minimumAge())
                .isZero();
        assertThat(LAW.procedure("3.000333", LocalDate.of(2026, 7, 1)).minimumAge())
                .isEqualTo(16);
    }

    @Test
    void theOldLawSetNoLimitForTheCheck() {
        var received = LocalDate.of(2024, 10, 2);

        assertThat(LAW.dueIfLimited(Instant.parse("2024-10-02T03:00:00Z"), DeadlineKind.CHECK, received))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, SELF,             41, NO_1, ONLINE, true",
        "2024-10-02, SELF,             41, NO_2, ONLINE, true",
        "2024-10-02, PARENT,           17, NO_2, ONLINE, true",
        "2024-10-02, PARENT,           18, NO_2, ONLINE, false",
        "2024-10-02, PARENT,           18, NO_1, ONLINE, true",
        "2024-10-02, GUARDIAN,         18, NO_2, ONLINE, false",
        "2024-10-02, RELATIVE,         41, NO_1, ONLINE, true",
        "2024-10-02, RELATIVE,         41, NO_2, ONLINE, false",
        "2024-10-02, AUTHORISED,       41, NO_1, ONLINE, false",
        "2024-10-02, AUTHORISED,       41, NO_1, PORTAL, false",
        "2024-10-02, AUTHORISED,       41, NO_1, POST,   true",
        "2024-10-02, AUTHORISED,       41, NO_2, POST,   false",
        "2024-10-02, AGENCY,           41, NO_1, AGENCY, true",
        "2024-10-02, AGENCY,           41, NO_2, AGENCY, false",
        "2024-10-02, PROCEDURE_AGENCY, 41, NO_2, AGENCY, true",
        "2026-11-23, SELF,             41, NO_2, ONLINE, true",
        "2026-11-23, PARENT,           17, NO_1, ONLINE, true",
        "2026-11-23, PARENT,           17, NO_2, ONLINE, false",
        "2026-11-23, PARENT,           18, NO_1, ONLINE, true",
        "2026-11-23, PARENT,           18, NO_2, ONLINE, false",
        "2026-11-23, GUARDIAN,         17, NO_1, ONLINE, true",
        "2026-11-23, GUARDIAN,         17, NO_2, ONLINE, false",
        "2026-11-23, AUTHORISED,       41, NO_1, ONLINE, false",
        "2026-11-23, AUTHORISED,       41, NO_1, PORTAL, false",
        "2026-11-23, AGENCY,           41, NO_2, AGENCY, false",
        "2026-11-23, AGENCY,           41, NO_1, ONLINE, false",
        "2009-11-23, SELF,             41, NO_1, ONLINE, false",
    })
    void whoMayAskForWhatByWhichWay(
            LocalDate day, Capacity capacity, int age, CertificateKind kind, Channel channel, boolean allowed) {
        assertThat(LAW.entitlement(capacity, age, day)
                        .filter(rule -> rule.allows(kind, channel))
                        .isPresent())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, STUDENT,  20, REDUCED, false, true",
        "2024-10-02, PUPIL,    17, none,    false, false",
        "2025-04-24, PUPIL,    17, REDUCED, false, true",
        "2026-11-23, PUPIL,    15, none,    false, false",
        "2026-11-23, STUDENT,  20, REDUCED, true,  true",
        "2026-11-23, CHILD,    15, EXEMPT,  true,  false",
        "2026-11-23, CHILD,    16, none,    false, false",
        "2026-11-23, ELDERLY,  60, EXEMPT,  true,  false",
        "2026-11-23, ELDERLY,  59, none,    false, false",
        "2024-10-02, DISABLED, 30, EXEMPT,  false, true",
        "2026-11-23, ASTRONAUT,30, none,    false, false",
    })
    void whoPaysLessGoesByTheLawOfTheDay(
            LocalDate day, String waiverClass, int age, String category, boolean inApp, boolean evidence) {
        var waiver = LAW.waiver(waiverClass, day).filter(rule -> rule.covers(age));

        assertThat(waiver.map(rule -> rule.category().name()).orElse("none")).isEqualTo(category);
        assertThat(waiver.map(FeeRule.Waiver::inApp).orElse(false)).isEqualTo(inApp);
        assertThat(waiver.map(FeeRule.Waiver::evidence).orElse(false)).isEqualTo(evidence);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-10-02, RESIDENT,     3.000333, 18",
        "2024-10-02, NON_RESIDENT, 3.000330, 18",
        "2024-10-02, AGENCY,       3.000331, 0",
        "2026-11-23, RESIDENT,     3.000333, 16",
        "2026-11-23, NON_RESIDENT, 3.000330, 16",
        "2026-11-23, AGENCY,       3.000331, 0",
    })
    void theProcedureGoesByWhomItServes(
            LocalDate day, ProcedureRule.Procedure.Serves serves, String code, int selfFromAge) {
        assertThat(LAW.procedure(serves, day).code()).isEqualTo(code);
        assertThat(LAW.procedure(serves, day).selfFromAge()).isEqualTo(selfFromAge);
    }

    @ParameterizedTest
    @CsvSource({"2024-10-02, 0", "2026-11-23, 0"})
    void agenciesPayNothing(LocalDate day, long amount) {
        assertThat(LAW.fee(Channel.AGENCY, FeeCategory.STANDARD, day)
                        .orElseThrow()
                        .amount())
                .isEqualTo(amount);
    }

    @Test
    void everyRowOfALimitAppliesOnSomeDay() {
        for (var limit : DeadlineKind.values()) {
            assertThat(LAW.dueIfLimited(Instant.parse("2026-11-23T03:00:00Z"), limit, LocalDate.of(2026, 11, 23)))
                    .isPresent();
        }
    }

    /// A form of the Ministry replaces the present one by a row, and a dossier that was received before keeps the old
    /// words.
    @ParameterizedTest
    @CsvSource({
        "2026-12-31, NO_1, old/no-1",
        "2027-01-01, NO_1, new/no-1",
        "2026-12-31, NO_2, old/no-2",
        "2027-01-01, NO_2, old/no-2"
    })
    void theWordsOfACertificateAreThoseOfTheDayOfReceipt(LocalDate day, CertificateKind kind, String rule) {
        var law = Law.read(file -> file.equals("templates.csv") ? new StringReader("""
                        rule,valid_from,valid_to,kind,file
                        old/no-1,2011-12-31,2026-12-31,NO_1,templates/no-1-circular-13-2011.properties
                        new/no-1,2027-01-01,,NO_1,templates/no-1-circular-13-2011.properties
                        old/no-2,2011-12-31,,NO_2,templates/no-2-circular-13-2011.properties
                        """) : Laws.open(file));

        assertThat(law.template(kind, day).rule()).isEqualTo(rule);
    }

    @Test
    void twoRowsThatSayDifferentThingsForOneDayAreRefused() {
        assertThatThrownBy(() -> Law.read(file -> file.equals("kinds.csv") ? new StringReader("""
                                rule,valid_from,valid_to,kind,code,offered,name_vi,name_en
                                one,2020-01-01,,NO_1,LLTP1,true,a,b
                                two,2021-01-01,,NO_1,LLTP1,true,a,b
                                """) : Laws.open(file)))
                .hasMessage("one contradicts two");
    }
}
