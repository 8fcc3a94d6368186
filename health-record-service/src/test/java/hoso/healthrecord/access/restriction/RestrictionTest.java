package hoso.healthrecord.access.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.healthrecord.document.CareKind;
import hoso.healthrecord.document.Disclosure;
import hoso.healthrecord.document.Further;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.document.VitalSigns;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What is left out for others, and that what remains does not tell it.
@Tag("core")
class RestrictionTest {
    private static final UUID ID = UUID.randomUUID();
    private static final Set<SensitiveCategory> NO_CATEGORY = Set.of();

    @Test
    void withoutAnyRestrictionTheVisitIsSeenAsItIs() {
        assertThat(open(List.of())
                        .narrow(ID, visit("I10", "Tăng huyết áp"))
                        .orElseThrow()
                        .findings())
                .isEqualTo(visit("I10", "Tăng huyết áp").findings());
    }

    @ParameterizedTest
    @EnumSource(DataKind.class)
    void whatIsOfAKindThatIsNotOpenedIsLeftOutAndNothingElse(DataKind kind) {
        var kinds = EnumSet.complementOf(EnumSet.of(kind));

        var narrowed = new Restriction(kinds, NO_CATEGORY, null, null, List.of());

        assertLeftOut(kind, narrowed);
        assertLeftOut(kind, open(List.of(denial(Denial.Target.KIND, kind.name()))));
    }

    private static void assertLeftOut(DataKind kind, Restriction restriction) {
        var findings = restriction
                .narrow(ID, visit("I10", "Tăng huyết áp"))
                .orElseThrow()
                .findings();
        assertThat(findings.diagnoses().isEmpty()).isEqualTo(kind == DataKind.DIAGNOSIS);
        assertThat(findings.drugs().isEmpty()).isEqualTo(kind == DataKind.MEDICATION);
        assertThat(findings.services().isEmpty()).isEqualTo(kind == DataKind.PROCEDURE);
        assertThat(findings.tests().isEmpty()).isEqualTo(kind == DataKind.RESULT);
        assertThat(findings.reason() == null).isEqualTo(kind == DataKind.NOTE);
        assertThat(findings.progress().stream().noneMatch(one -> one.vitalSigns() != null))
                .isEqualTo(kind == DataKind.VITAL_SIGN);
        assertThat(findings.progress().stream().noneMatch(one -> one.text() != null))
                .isEqualTo(kind == DataKind.NOTE);
        assertThat(findings.further().items().stream().map(Further.Item::kind).map(DataKind::of))
                .doesNotContain(kind);
        assertThat(findings.further().also()).isEmpty();
        assertThat(restriction.documents()).isFalse();
    }

    @Test
    void deniedVisitsFacilitiesAndDaysBeyondAreOutOfSight() {
        var visit = visit("I10", "Tăng huyết áp");

        assertThat(open(List.of(denial(Denial.Target.VISIT, ID.toString()))).narrow(ID, visit))
                .isEmpty();
        assertThat(open(List.of(denial(Denial.Target.FILED_BY, "01000"))).narrow(ID, visit))
                .isEmpty();
        assertThat(open(List.of(denial(Denial.Target.FILED_BY, "79001"))).narrow(ID, visit))
                .isPresent();
        assertThat(days("2026-09-15", "2026-09-15").narrow(ID, visit)).isPresent();
        assertThat(days("2026-09-16", null).narrow(ID, visit)).isEmpty();
        assertThat(days(null, "2026-09-14").narrow(ID, visit)).isEmpty();
    }

    @Test
    void aVisitForHivCareIsInNobodysSightAndNoVisitTellsThatTheLawKeepsSomethingOfItBack() {
        var plain = visit("I10", "Tăng huyết áp");
        var care = new Visit(plain.header(), plain.findings(), new Disclosure(true, true));
        var cut = new Visit(plain.header(), plain.findings(), new Disclosure(false, true));

        assertThat(open(List.of()).narrow(ID, care)).isEmpty();
        assertThat(open(List.of()).narrow(ID, cut).map(Visit::disclosure))
                .isEqualTo(Optional.of(new Disclosure(false, false)));
    }

    @ParameterizedTest
    @CsvSource({
        "F32.1, Giai đoạn trầm cảm vừa, MENTAL_HEALTH",
        "f20, , MENTAL_HEALTH",
        "F11.2, , SUBSTANCE_USE",
        "O04, , REPRODUCTIVE_HEALTH",
        "Z30.1, , REPRODUCTIVE_HEALTH",
        "A51.0, , SEXUAL_HEALTH",
        "T74.1, , VIOLENCE",
        "Z15.0, , GENETICS",
        "Z00.0, Nạo hút thai theo yêu cầu, REPRODUCTIVE_HEALTH",
        "Z00.0, Điều trị nghiện ma túy bằng methadone, SUBSTANCE_USE"
    })
    void aVisitOfASensitiveCategoryIsSeenOnlyWhereTheCitizenNamedIt(
            String code, @Nullable String text, SensitiveCategory category) {
        var visit = visit(code, text);
        var others = EnumSet.complementOf(EnumSet.of(category));

        assertThat(SensitiveRules.of(visit)).contains(category);
        assertThat(new Restriction(DataKind.ALL, others, null, null, List.of()).narrow(ID, visit))
                .isEmpty();
        assertThat(new Restriction(DataKind.ALL, EnumSet.allOf(SensitiveCategory.class), null, null, List.of())
                        .narrow(ID, visit))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "I10, Tăng huyết áp",
        "E11.9, Đái tháo đường típ 2",
        "J02, Uống thuốc từ từ sau ăn",
        "N39.0, Kết quả nghiên cứu vi sinh",
        "R07.4, ST depression ở V5",
        "M75, Bệnh nhân được đánh giá lại"
    })
    void ordinaryVisitsTouchNoSensitiveCategory(String code, String text) {
        assertThat(SensitiveRules.of(visit(code, text))).isEmpty();
    }

    private static Restriction open(List<Denial> denials) {
        return new Restriction(DataKind.ALL, NO_CATEGORY, null, null, denials);
    }

    private static Restriction days(@Nullable String from, @Nullable String until) {
        return new Restriction(
                DataKind.ALL,
                NO_CATEGORY,
                from == null ? null : LocalDate.parse(from),
                until == null ? null : LocalDate.parse(until),
                List.of());
    }

    private static Denial denial(Denial.Target target, String value) {
        return new Denial(UUID.randomUUID(), target, value, true, Instant.EPOCH);
    }

    /// A visit that holds something of each kind, on 2026-09-15 in Viet Nam.
    private static Visit visit(String code, @Nullable String text) {
        var vitalSigns = new VitalSigns(new BigDecimal(70), null, null, null, null, null, null, null, null);
        var findings = new Visit.Findings(
                "Đau đầu",
                null,
                null,
                List.of(new Visit.Diagnosis(code, text, true)),
                List.of(new Visit.Drug("40.30", "Paracetamol", null, null, null, null, null, null)),
                List.of(new Visit.Service("02.1896", "Khám nội", null, null)),
                List.of(new Visit.TestResult("718-7", "Hemoglobin", "13", "g/dL", null, null, null)),
                List.of(new Visit.Progress(null, "Tỉnh", null), new Visit.Progress(null, null, vitalSigns)),
                List.of(),
                null,
                new Further(
                        List.of(
                                item(Further.Kind.ALLERGY),
                                item(Further.Kind.VACCINATION),
                                item(Further.Kind.REPORT),
                                item(Further.Kind.DISPENSED_DRUG)),
                        List.of(),
                        List.of()));
        var patient = new Visit.Patient(null, "THỬ", null, Visit.Sex.FEMALE);
        var header = new Visit.Header(
                "01000", "SYN-1", patient, Instant.parse("2026-09-14T17:30:00Z"), null, CareKind.EXAMINATION, null);
        return new Visit(header, findings, new Disclosure(false, false));
    }

    private static Further.Item item(Further.Kind kind) {
        return new Further.Item(kind, null, "Mục", null, null, null);
    }
}
