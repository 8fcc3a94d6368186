package hoso.judicialcert.register.matching;

import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.AdditionalPenalty;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.conviction.ExecutionStep;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.conviction.JudgmentHistory;
import hoso.judicialcert.register.conviction.Lives;
import hoso.judicialcert.register.conviction.MainPenalty;
import hoso.judicialcert.register.conviction.Offence;
import hoso.judicialcert.register.conviction.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ExtractTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final JudgmentHistory EXPUNGED =
            Lives.served(1, LocalDate.of(2012, 3, 1), 24, LocalDate.of(2013, 9, 1));
    private static final JudgmentHistory COUNTING =
            Lives.served(2, LocalDate.of(2024, 5, 6), 12, LocalDate.of(2025, 4, 1));
    private static final JudgmentHistory NEVER = Lives.past(Lives.judgment(
            3,
            LocalDate.of(2020, 1, 2),
            Lives.sentence(
                    new MainPenalty.Fine(),
                    new Offence(LocalDate.of(2019, 8, 1), Gravity.SERIOUS, Intent.UNINTENTIONAL, "XXI"))));

    @Test
    void no1TellsOnlyWhatIsNotExpunged() {
        var extract = extract(CertificateKind.NO_1, false, List.of(COUNTING, NEVER, EXPUNGED), List.of());

        assertThat(extract.convictions()).extracting(Conviction::id).containsExactly(id(COUNTING));
        assertThat(extract.showsBans()).isFalse();
    }

    @Test
    void no2TellsAllConvictionsInTheOrderOfTheJudgments() {
        var extract = extract(CertificateKind.NO_2, false, List.of(COUNTING, NEVER, EXPUNGED), List.of());

        assertThat(extract.convictions()).extracting(Conviction::id).containsExactly(id(EXPUNGED), id(COUNTING));
        assertThat(extract.convictions().getFirst().expungement())
                .isEqualTo(new Expungement.Expunged(LocalDate.of(2016, 9, 2), "BLHS1999/art-64.2.b"));
        assertThat(extract.showsBans()).isTrue();
    }

    @Test
    void anyJudgmentAtAllIsForAnOfficerBeforeANo2() {
        assertThat(find(CertificateKind.NO_1, EXPUNGED)).isEqualTo(new Finding.Clean());
        assertThat(find(CertificateKind.NO_2, EXPUNGED)).isInstanceOf(Finding.OnRecord.class);
        assertThat(find(CertificateKind.NO_2, NEVER)).isInstanceOf(Finding.OnRecord.class);
        assertThat(find(CertificateKind.NO_2)).isEqualTo(new Finding.Clean());
    }

    @Test
    void bansStandOnNo1OnlyWhenAskedForAndOnNo2Always() {
        var bankrupt = ban(10, LocalDate.of(2027, 1, 1), null);
        var over = ban(11, LocalDate.of(2026, 11, 22), null);

        assertThat(extract(CertificateKind.NO_1, false, List.of(), List.of(bankrupt, over))
                        .bans())
                .isEmpty();
        assertThat(extract(CertificateKind.NO_1, true, List.of(), List.of(bankrupt, over))
                        .bans())
                .containsExactly(bankrupt);
        assertThat(extract(CertificateKind.NO_2, false, List.of(), List.of(bankrupt, over))
                        .bans())
                .containsExactly(bankrupt);
        assertThat(new Holdings(Laws.packaged(), List.of(), List.of(bankrupt))
                        .find(question(CertificateKind.NO_1, true)))
                .isInstanceOf(Finding.OnRecord.class);
        assertThat(new Holdings(Laws.packaged(), List.of(), List.of(bankrupt))
                        .find(question(CertificateKind.NO_1, false)))
                .isEqualTo(new Finding.Clean());
    }

    @Test
    void aBanThatAJudgmentPronouncedIsToldOnceEvenIfItWasEnteredByItselfToo() {
        var sentence = new Sentence(
                List.of(Lives.theft(LocalDate.of(2024, 1, 1))),
                new MainPenalty.Prison(12),
                List.of(
                        new AdditionalPenalty(
                                AdditionalPenalty.Kind.BAN_ON_POSTS, 24, null, "Cấm đảm nhiệm chức vụ kế toán trưởng"),
                        new AdditionalPenalty(AdditionalPenalty.Kind.FINE, null, null, "Phạt tiền")),
                false,
                false,
                false);
        var judgment = Lives.judgment(4, LocalDate.of(2024, 5, 6), sentence);
        var past = Lives.past(
                judgment, Lives.decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, LocalDate.of(2025, 4, 1)));
        var entered = ban(12, LocalDate.of(2027, 4, 1), judgment.id());

        assertThat(extract(CertificateKind.NO_2, true, List.of(past), List.of()).bans())
                .singleElement()
                .satisfies(ban -> {
                    assertThat(ban.post()).isEqualTo("Cấm đảm nhiệm chức vụ kế toán trưởng");
                    assertThat(ban.from()).isEqualTo(LocalDate.of(2025, 4, 1));
                    assertThat(ban.until()).isEqualTo(LocalDate.of(2027, 4, 1));
                });
        assertThat(extract(CertificateKind.NO_2, true, List.of(past), List.of(entered))
                        .bans())
                .containsExactly(entered);
    }

    @Test
    void aBanOfAConvictionThatIsExpungedIsNotToldAnyMore() {
        var endless = new AdditionalPenalty(AdditionalPenalty.Kind.BAN_ON_POSTS, null, null, "Cấm đảm nhiệm chức vụ");
        var judgment = Lives.judgment(
                6,
                LocalDate.of(2012, 3, 1),
                new Sentence(
                        List.of(Lives.theft(LocalDate.of(2012, 1, 1))),
                        new MainPenalty.Prison(12),
                        List.of(endless),
                        false,
                        false,
                        false));
        var banned = Lives.past(judgment);
        var expunged =
                Lives.past(judgment, Lives.decision(judgment, ExecutionStep.GENERAL_AMNESTY, LocalDate.of(2015, 9, 2)));

        assertThat(extract(CertificateKind.NO_2, true, List.of(banned), List.of())
                        .bans())
                .hasSize(1);
        assertThat(extract(CertificateKind.NO_1, true, List.of(expunged), List.of()))
                .isEqualTo(new Extract(List.of(), true, List.of()));
        assertThat(extract(CertificateKind.NO_2, true, List.of(expunged), List.of())
                        .bans())
                .isEmpty();
    }

    @Test
    void wordsThatMayBeABanStandOnNoPageBeforeAnOfficerReadThemSo() {
        var fined = Lives.past(new Judgment(
                new UUID(1, 7),
                Lives.COURT,
                Lives.MINH,
                "7/2024/HSST",
                LocalDate.of(2024, 5, 6),
                "Trộm cắp tài sản",
                "Điều 173",
                "01 năm tù",
                "Phạt tiền 10.000.000 đồng",
                null));
        var holdings = new Holdings(Laws.packaged(), List.of(fined), List.of());
        var question = question(CertificateKind.NO_1, true);

        var found = (Finding.OnRecord) holdings.find(question);
        var words = found.others().getFirst().entry();

        assertThat(found.own()).extracting(Entry::id).containsExactly(id(fined));
        assertThat(found.others()).hasSize(1);
        assertThat(words).isInstanceOf(Ban.class);
        assertThat(holdings.extract(question, List.of()).bans()).isEmpty();
        assertThat(holdings.extract(question, List.of(id(fined))).bans()).isEmpty();
        assertThat(holdings.extract(question, List.of(words.id())).bans())
                .singleElement()
                .isEqualTo(words);
        assertThat(((Finding.OnRecord) holdings.find(question(CertificateKind.NO_1, false))).others())
                .isEmpty();
    }

    @Test
    void aCandidateCountsOnlyWhenAnOfficerSaysSo() {
        var namesake = Lives.past(
                Lives.judgment(5, new Person(null, "Trần Văn Thử", Lives.BORN), LocalDate.of(2024, 5, 6), null));

        assertThat(extract(CertificateKind.NO_1, false, List.of(namesake), List.of())
                        .convictions())
                .isEmpty();
        assertThat(new Holdings(Laws.packaged(), List.of(namesake), List.of())
                        .extract(question(CertificateKind.NO_1, false), List.of(id(namesake)))
                        .convictions())
                .hasSize(1);
    }

    @Test
    void aJudgmentOfALaterDayIsNotToldYet() {
        var extract = new Holdings(Laws.packaged(), List.of(COUNTING), List.of())
                .extract(new Question(Lives.MINH, CertificateKind.NO_1, false, LocalDate.of(2024, 5, 5)), List.of());

        assertThat(extract.convictions()).isEmpty();
    }

    private static Ban ban(int id, @Nullable LocalDate until, @Nullable UUID judgment) {
        return new Ban(
                new UUID(9, id),
                Lives.MINH,
                Lives.COURT,
                id + "/2024/QĐ-TBPS",
                LocalDate.of(2024, 1, 1),
                "Cấm thành lập, quản lý doanh nghiệp, hợp tác xã",
                LocalDate.of(2024, 1, 1),
                until,
                judgment);
    }

    private static UUID id(JudgmentHistory past) {
        return past.judgment().id();
    }

    private static Extract extract(CertificateKind kind, boolean bans, List<JudgmentHistory> pasts, List<Ban> entered) {
        return new Holdings(Laws.packaged(), pasts, entered).extract(question(kind, bans), List.of());
    }

    private static Finding find(CertificateKind kind, JudgmentHistory... pasts) {
        return new Holdings(Laws.packaged(), List.of(pasts), List.of()).find(question(kind, false));
    }

    private static Question question(CertificateKind kind, boolean bans) {
        return new Question(Lives.MINH, kind, bans, TODAY);
    }
}
