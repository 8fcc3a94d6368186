package hoso.judicialcert.register.conviction;

import static hoso.judicialcert.register.conviction.Lives.decision;
import static hoso.judicialcert.register.conviction.Lives.judgment;
import static hoso.judicialcert.register.conviction.Lives.past;
import static hoso.judicialcert.register.conviction.Lives.sentence;
import static hoso.judicialcert.register.conviction.Lives.served;
import static hoso.judicialcert.register.conviction.Lives.theft;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.Expungement.Expunged;
import hoso.judicialcert.register.conviction.Expungement.NeverConviction;
import hoso.judicialcert.register.conviction.Expungement.NotExpunged;
import hoso.judicialcert.register.conviction.Expungement.Undecided;
import hoso.judicialcert.register.conviction.Expungement.Why;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("core")
class ExpungementTest {
    private static final Law LAW = Laws.packaged();
    private static final LocalDate SENTENCED = day("2018-05-10");
    private static final LocalDate FINISHED = day("2019-01-31");

    @ParameterizedTest
    @CsvSource({
        // Art. 70.2: by itself.
        "WARNING,          0, XVI,  2018-05-10, 2019-05-10, BLHS2015/art-70.2.a",
        "FINE,             0, XVI,  2019-01-31, 2020-01-31, BLHS2015/art-70.2.a",
        "REFORM,          12, XVI,  2019-01-31, 2020-01-31, BLHS2015/art-70.2.a",
        "SUSPENDED,       24, XVI,  2019-01-31, 2020-01-31, BLHS2015/art-70.2.a",
        "PRISON,           1, XVI,  2019-01-31, 2021-01-31, BLHS2015/art-70.2.b",
        "PRISON,          60, XVI,  2019-01-31, 2021-01-31, BLHS2015/art-70.2.b",
        "PRISON,          61, XVI,  2019-01-31, 2022-01-31, BLHS2015/art-70.2.c",
        "PRISON,         180, XVI,  2019-01-31, 2022-01-31, BLHS2015/art-70.2.c",
        "PRISON,         181, XVI,  2019-01-31, 2024-01-31, BLHS2015/art-70.2.d",
        "LIFE,             0, XIV,  2019-01-31, 2024-01-31, BLHS2015/art-70.2.d",
        "DEATH,            0, XIV,  2019-01-31, 2024-01-31, BLHS2015/art-70.2.d",
    })
    void aConvictionIsExpungedByItselfWhenItsPeriodHasRun(
            String penalty, int months, String chapter, LocalDate begin, LocalDate lastDay, String rule) {
        var on = lastDay.plusDays(1);
        var life = of(main(penalty, months), adult(chapter), begin);

        assertThat(at(life, on)).isEqualTo(new Expunged(on, rule));
        assertThat(at(life, on.minusDays(1))).isEqualTo(new NotExpunged(Set.of(Why.PERIOD_RUNNING), on, null));
    }

    @ParameterizedTest
    @CsvSource({
        // Art. 71.2: only by a court.
        "SUSPENDED,       24, XIII, 2020-01-31",
        "PRISON,          60, XIII, 2022-01-31",
        "PRISON,          61, XXVI, 2024-01-31",
        "PRISON,         181, XXVI, 2026-01-31",
        "LIFE,             0, XIII, 2026-01-31",
    })
    void inTwoChaptersTheCourtMayBeAskedWhenThePeriodHasRun(
            String penalty, int months, String chapter, LocalDate lastDay) {
        var mayAsk = lastDay.plusDays(1);
        var life = of(main(penalty, months), adult(chapter), FINISHED);

        assertThat(at(life, mayAsk.plusYears(20)))
                .isEqualTo(new NotExpunged(Set.of(Why.COURT_HAS_TO_DECIDE), null, mayAsk));
        var ordered = past(
                life.judgment(),
                life.execution().getFirst(),
                decision(life.judgment(), ExecutionStep.EXPUNGED_BY_COURT, mayAsk.plusDays(9)));
        assertThat(at(ordered, mayAsk.plusDays(9))).isEqualTo(new Expunged(mayAsk.plusDays(9), "BLHS2015/art-71.1"));
        assertThat(at(ordered, mayAsk.plusDays(8))).isInstanceOf(NotExpunged.class);
    }

    @ParameterizedTest
    @CsvSource({
        // Art. 107.2: 16 to 17 years old, very serious and intended, or especially serious; chapters make no
        // difference.
        "FINE,             0, VERY_SERIOUS,       2019-07-31, BLHS2015/art-107.2.a",
        "SUSPENDED,       24, VERY_SERIOUS,       2019-07-31, BLHS2015/art-107.2.a",
        "PRISON,          60, VERY_SERIOUS,       2020-01-31, BLHS2015/art-107.2.b",
        "PRISON,         180, ESPECIALLY_SERIOUS, 2021-01-31, BLHS2015/art-107.2.c",
        "PRISON,         181, ESPECIALLY_SERIOUS, 2022-01-31, BLHS2015/art-107.2.d",
    })
    void theYoungHaveShorterPeriods(String penalty, int months, Gravity gravity, LocalDate lastDay, String rule) {
        var on = lastDay.plusDays(1);
        var offence = new Offence(day("2002-06-02"), gravity, Intent.INTENTIONAL, "XIII");
        var life = of(main(penalty, months), offence, FINISHED);

        assertThat(at(life, on)).isEqualTo(new Expunged(on, rule));
        assertThat(at(life, on.minusDays(1))).isInstanceOf(NotExpunged.class);
    }

    @ParameterizedTest
    @CsvSource({
        // born 1985-06-02
        "1999-06-02, ESPECIALLY_SERIOUS, INTENTIONAL,   true,  BLHS2015/art-107.1.a",
        "2001-06-01, ESPECIALLY_SERIOUS, INTENTIONAL,   true,  BLHS2015/art-107.1.a",
        "2001-06-02, ESPECIALLY_SERIOUS, INTENTIONAL,   false, ",
        "2001-06-02, VERY_SERIOUS,       INTENTIONAL,   false, ",
        "2001-06-02, VERY_SERIOUS,       UNINTENTIONAL, true,  BLHS2015/art-107.1.b",
        "2003-06-01, SERIOUS,            INTENTIONAL,   true,  BLHS2015/art-107.1.b",
        "2003-06-01, LESS_SERIOUS,       INTENTIONAL,   true,  BLHS2015/art-107.1.b",
        "2003-06-02, SERIOUS,            INTENTIONAL,   false, ",
        "2003-06-02, SERIOUS,            UNINTENTIONAL, true,  BLHS2015/art-69.2-negligence",
        "2003-06-02, LESS_SERIOUS,       UNINTENTIONAL, true,  BLHS2015/art-69.2-negligence",
        "2003-06-02, VERY_SERIOUS,       UNINTENTIONAL, false, ",
    })
    void whoWasYoungOrDidNotIntendItIsNotRegardedAsConvicted(
            LocalDate committedOn, Gravity gravity, Intent intent, boolean never, @Nullable String rule) {
        var life = of(new MainPenalty.Prison(24), new Offence(committedOn, gravity, intent, "XVI"), null);

        if (never) {
            assertThat(at(life, SENTENCED)).isEqualTo(new NeverConviction(String.valueOf(rule)));
        } else {
            assertThat(at(life, SENTENCED)).isInstanceOf(NotExpunged.class);
        }
    }

    @Test
    void whoIsExemptedFromPenaltyOrSentToAReformSchoolIsNotRegardedAsConvicted() {
        var exempted = of(new MainPenalty.Exempted(), adult("XVI"), null);
        var young = new Offence(day("2002-06-02"), Gravity.VERY_SERIOUS, Intent.INTENTIONAL, "XVI");
        var school = past(judgment(
                1, SENTENCED, new Sentence(List.of(young), new MainPenalty.Warning(), List.of(), false, false, true)));

        assertThat(at(exempted, SENTENCED)).isEqualTo(new NeverConviction("BLHS2015/art-69.2-exempted"));
        assertThat(at(school, SENTENCED)).isEqualTo(new NeverConviction("BLHS2015/art-107.1.c"));
    }

    @Test
    void ofSeveralOffencesTheHardestDecides() {
        var negligent = new Offence(day("2018-01-01"), Gravity.SERIOUS, Intent.UNINTENTIONAL, "XXI");
        var both = past(
                judgment(1, SENTENCED, sentence(new MainPenalty.Fine(), negligent, adult("XVI"))),
                finished(1, FINISHED));
        var secret = past(
                judgment(1, SENTENCED, sentence(new MainPenalty.Fine(), adult("XVI"), adult("XIII"))),
                finished(1, FINISHED));

        assertThat(at(both, day("2026-01-01"))).isEqualTo(new Expunged(day("2020-02-01"), "BLHS2015/art-70.2.a"));
        assertThat(at(secret, day("2026-01-01")))
                .isEqualTo(new NotExpunged(Set.of(Why.COURT_HAS_TO_DECIDE), null, day("2020-02-01")));
    }

    @Test
    void anAdditionalPenaltyThatLastsLongerSetsTheDay() {
        var ban = new AdditionalPenalty(AdditionalPenalty.Kind.BAN_ON_POSTS, 60, null, "Cấm đảm nhiệm chức vụ kế toán");
        var shorter = new AdditionalPenalty(AdditionalPenalty.Kind.SUPERVISION, 12, null, null);

        assertThat(at(with(ban), day("2024-02-01")))
                .isEqualTo(new Expunged(day("2024-02-01"), "BLHS2015/art-70.2.b + BLHS2015/art-70.2-longer"));
        assertThat(at(with(ban), day("2024-01-31"))).isInstanceOf(NotExpunged.class);
        assertThat(at(with(shorter), day("2021-02-01")))
                .isEqualTo(new Expunged(day("2021-02-01"), "BLHS2015/art-70.2.b"));
    }

    @Test
    void anUnpaidFineOrDamagesOrFeeKeepsTheConvictionUntilAnOfficerKnowsMore() {
        var fine = new AdditionalPenalty(AdditionalPenalty.Kind.FINE, null, null, "Phạt tiền 10.000.000 đồng");
        var judgment = judgment(
                1,
                SENTENCED,
                new Sentence(List.of(adult("XVI")), new MainPenalty.Prison(24), List.of(fine), true, true, false));
        var released = decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, FINISHED);
        var paid = decision(
                judgment,
                ExecutionStep.ADDITIONAL_PENALTY_FINISHED,
                day("2019-06-01"),
                day("2019-06-01"),
                AdditionalPenalty.Kind.FINE);
        var fee = decision(judgment, ExecutionStep.COURT_FEE_PAID, day("2019-06-01"));
        var damages = decision(judgment, ExecutionStep.CIVIL_OBLIGATIONS_FULFILLED, day("2023-03-04"));

        assertThat(at(past(judgment, released), day("2021-01-30"))).isInstanceOf(NotExpunged.class);
        assertThat(at(past(judgment, released), day("2026-01-01")))
                .isEqualTo(new Undecided(Set.of(
                        Why.ADDITIONAL_PENALTY_NOT_TOLD_FINISHED,
                        Why.CIVIL_OBLIGATIONS_NOT_TOLD_FULFILLED,
                        Why.COURT_FEE_NOT_TOLD_PAID)));
        assertThat(at(past(judgment, released, paid, fee), day("2026-01-01")))
                .isEqualTo(new Undecided(Set.of(Why.CIVIL_OBLIGATIONS_NOT_TOLD_FULFILLED)));
        assertThat(at(past(judgment, damages, paid, fee, released), day("2026-01-01")))
                .isEqualTo(new Expunged(day("2023-03-04"), "BLHS2015/art-70.2.b"));
    }

    @Test
    void whenTheJudgmentCanNoLongerBeExecutedThePeriodRunsFromThen() {
        var judgment = judgment(1, SENTENCED, sentence(new MainPenalty.Prison(24), adult("XVI")));
        var life = past(judgment, decision(judgment, ExecutionStep.STATUTE_EXPIRED, day("2023-05-10")));

        assertThat(at(life, day("2025-05-10"))).isInstanceOf(NotExpunged.class);
        assertThat(at(life, day("2025-05-11")))
                .isEqualTo(new Expunged(day("2025-05-11"), "BLHS2015/art-70.2.b + BLHS2015/art-70.3"));
    }

    @Test
    void aNewOffenceWithinThePeriodRestartsItFromTheEndOfTheNewPenalty() {
        var old = served(1, SENTENCED, 24, FINISHED);
        var judgment = judgment(2, day("2021-09-01"), sentence(new MainPenalty.Prison(72), theft(day("2021-01-30"))));
        var next = past(judgment, decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, day("2023-01-01")));

        assertThat(at(old, day("2025-01-01"), next)).isInstanceOf(NotExpunged.class);
        assertThat(at(old, day("2025-01-02"), next))
                .isEqualTo(new Expunged(day("2025-01-02"), "BLHS2015/art-70.2.b + BLHS2015/art-73.2"));
        assertThat(at(next, day("2025-01-01"), old)).isInstanceOf(NotExpunged.class);
        assertThat(at(next, day("2026-01-02"), old)).isEqualTo(new Expunged(day("2026-01-02"), "BLHS2015/art-70.2.c"));
    }

    @Test
    void anOffenceOnTheDayOfTheExpungementOrOfBeforeTheJudgmentIsNoNewOne() {
        var old = served(1, SENTENCED, 24, FINISHED);
        var afterwards =
                past(judgment(2, day("2021-09-01"), sentence(new MainPenalty.Prison(24), theft(day("2021-02-01")))));
        var before = past(
                judgment(2, day("2021-09-01"), sentence(new MainPenalty.Prison(24), theft(SENTENCED.minusDays(1)))));

        assertThat(at(old, day("2022-01-01"), afterwards)).isInstanceOf(Expunged.class);
        assertThat(at(old, day("2022-01-01"), before)).isInstanceOf(Expunged.class);
    }

    @Test
    void aThirdOffenceWithinTheRestartedPeriodRestartsItAgain() {
        var old = served(1, day("2018-05-10"), 24, day("2019-01-31"));
        var second = judgment(2, day("2020-06-01"), sentence(new MainPenalty.Fine(), theft(day("2020-03-01"))));
        var third = judgment(3, day("2022-09-01"), sentence(new MainPenalty.Fine(), theft(day("2022-05-01"))));
        var life = List.of(
                old,
                past(second, decision(second, ExecutionStep.MAIN_PENALTY_FINISHED, day("2020-08-01"))),
                past(third, decision(third, ExecutionStep.MAIN_PENALTY_FINISHED, day("2022-10-01"))));

        assertThat(new ExpungementCalculator(LAW, life, day("2024-10-02")).expungement(old))
                .isEqualTo(new Expunged(day("2024-10-02"), "BLHS2015/art-70.2.b + BLHS2015/art-73.2"));
    }

    @Test
    void aNewOffenceWhosePenaltyIsStillServedKeepsTheOldConviction() {
        var old = served(1, SENTENCED, 24, FINISHED);
        var judgment = judgment(2, day("2020-09-01"), sentence(new MainPenalty.Prison(120), theft(day("2020-03-01"))));
        var next = past(judgment, decision(judgment, ExecutionStep.BEGUN, day("2020-10-01")));

        assertThat(at(old, day("2026-01-01"), next)).isEqualTo(new NotExpunged(Set.of(Why.NEW_OFFENCE), null, null));
        // Of a term nobody said has begun, nobody can say that it still runs.
        assertThat(at(old, day("2026-01-01"), past(judgment)))
                .isEqualTo(new Undecided(Set.of(Why.NEW_OFFENCE, Why.END_OF_ANOTHER_PENALTY_NOT_TOLD)));
    }

    @Test
    void aTermIsCertainlyServedOnlyWhereItsBeginningWasToldAndNoReductionOfIt() {
        var judgment = judgment(1, SENTENCED, sentence(new MainPenalty.Prison(60), adult("XVI")));
        var begun = decision(judgment, ExecutionStep.BEGUN, day("2018-06-01"));
        var reduced = decision(judgment, ExecutionStep.REDUCED, day("2020-04-30"));
        var life = judgment(1, SENTENCED, sentence(new MainPenalty.LifePrison(), adult("XIV")));
        var suspended = judgment(1, SENTENCED, sentence(new MainPenalty.SuspendedPrison(36, 60), adult("XVI")));

        // Four years of detention before the judgment, and it was over within the year, and expunged in two more.
        assertThat(at(past(judgment), day("2022-01-01")))
                .isEqualTo(new Undecided(Set.of(Why.END_OF_MAIN_PENALTY_NOT_TOLD)));
        assertThat(at(past(judgment, begun), day("2022-01-01")))
                .isEqualTo(new NotExpunged(Set.of(Why.MAIN_PENALTY_NOT_FINISHED), null, null));
        assertThat(at(past(judgment, begun, reduced), day("2022-01-01")))
                .isEqualTo(new Undecided(Set.of(Why.END_OF_MAIN_PENALTY_NOT_TOLD)));
        assertThat(at(past(life), day("2026-01-01"))).isInstanceOf(NotExpunged.class);
        assertThat(at(past(suspended), day("2023-05-09"))).isInstanceOf(NotExpunged.class);
    }

    @Test
    void whatWasNotToldIsForAnOfficer() {
        var words = past(judgment(1, SENTENCED, null));
        var chapter = of(
                new MainPenalty.Fine(),
                new Offence(day("2018-01-01"), Gravity.SERIOUS, Intent.INTENTIONAL, null),
                FINISHED);
        var gravity = of(new MainPenalty.Prison(24), new Offence(day("2018-01-01"), null, null, "XVI"), null);
        var silent = past(judgment(1, SENTENCED, sentence(new MainPenalty.Prison(24), adult("XVI"))));
        var expulsion = of(new MainPenalty.Expulsion(), adult("XVI"), FINISHED);

        assertThat(at(words, day("2026-01-01"))).isEqualTo(new Undecided(Set.of(Why.ONLY_IN_WORDS)));
        assertThat(at(chapter, day("2026-01-01"))).isEqualTo(new Undecided(Set.of(Why.CHAPTER_NOT_TOLD)));
        assertThat(at(gravity, SENTENCED))
                .isEqualTo(new Undecided(Set.of(Why.GRAVITY_INTENT_OR_AGE_NOT_TOLD, Why.END_OF_MAIN_PENALTY_NOT_TOLD)));
        assertThat(at(silent, day("2020-05-09")))
                .isEqualTo(new NotExpunged(Set.of(Why.END_OF_MAIN_PENALTY_NOT_TOLD, Why.PERIOD_RUNNING), null, null));
        assertThat(at(silent, day("2026-01-01"))).isEqualTo(new Undecided(Set.of(Why.END_OF_MAIN_PENALTY_NOT_TOLD)));
        assertThat(at(expulsion, day("2026-01-01"))).isEqualTo(new Undecided(Set.of(Why.NO_RULE)));
    }

    @Test
    void anotherJudgmentInWordsOnlyMakesAnOldExpungementDoubtful() {
        var old = served(1, SENTENCED, 24, FINISHED);
        var words = past(judgment(2, day("2022-09-01"), null));
        var earlier = past(judgment(2, day("2017-09-01"), null));

        assertThat(at(old, day("2026-01-01"), words))
                .isEqualTo(new Undecided(
                        Set.of(Why.DATE_OF_ANOTHER_OFFENCE_NOT_TOLD, Why.END_OF_ANOTHER_PENALTY_NOT_TOLD)));
        assertThat(at(old, day("2026-01-01"), earlier)).isInstanceOf(Expunged.class);
    }

    @Test
    void theDateACourtToldHoldsUnlessALaterJudgmentSpeaksAgainstIt() {
        var told = new Judgment(
                new java.util.UUID(1, 1),
                Lives.COURT,
                Lives.MINH,
                "1/2018/HSST",
                SENTENCED,
                "Trộm cắp tài sản",
                "Điều 173",
                "01 năm tù",
                null,
                day("2021-01-31"));
        var offended = past(judgment(2, day("2021-09-01"), sentence(new MainPenalty.Fine(), theft(day("2020-12-01")))));
        var innocent = past(judgment(2, day("2021-09-01"), sentence(new MainPenalty.Fine(), theft(day("2021-02-01")))));

        assertThat(at(past(told), day("2021-01-31"))).isEqualTo(new Expunged(day("2021-01-31"), "L28-2009/art-16"));
        assertThat(at(past(told), day("2021-01-30"))).isInstanceOf(Undecided.class);
        assertThat(at(past(told), day("2026-01-01"), offended)).isInstanceOf(Undecided.class);
        assertThat(at(past(told), day("2026-01-01"), innocent)).isInstanceOf(Expunged.class);
    }

    @Test
    void whatAnOfficerVerifiedDecidesWhatNoRuleDecides() {
        var judgment = judgment(1, SENTENCED, null);
        var verified =
                decision(judgment, ExecutionStep.EXPUNGEMENT_VERIFIED, day("2026-11-20"), day("2021-01-31"), null);

        assertThat(at(past(judgment, verified), day("2026-11-23")))
                .isEqualTo(new Expunged(day("2021-01-31"), "L28-2009/art-33"));
    }

    @Test
    void whatOnlyACourtExpungesAnOfficerCannotVerify() {
        var life = of(new MainPenalty.Prison(24), adult("XIII"), FINISHED);
        var verified = past(
                life.judgment(),
                life.execution().getFirst(),
                decision(life.judgment(), ExecutionStep.EXPUNGEMENT_VERIFIED, day("2025-01-01")));

        assertThat(at(verified, day("2026-01-01"))).isEqualTo(new Undecided(Set.of(Why.COURT_HAS_TO_DECIDE)));
    }

    @Test
    void aCourtMayExpungeEarlyAfterAThirdOfThePeriodAndNotBefore() {
        var life = of(new MainPenalty.Prison(72), adult("XVI"), FINISHED);
        var early = order(life, day("2020-02-01"));
        var tooEarly = order(life, day("2020-01-31"));

        assertThat(at(early, day("2020-02-01"))).isEqualTo(new Expunged(day("2020-02-01"), "BLHS2015/art-72"));
        assertThat(at(tooEarly, day("2020-01-31")))
                .isEqualTo(new Undecided(Set.of(Why.PERIOD_RUNNING, Why.ORDER_BEFORE_ITS_TIME)));
    }

    @Test
    void aRefusalByTheCourtPutsTheNextRequestOffForAYearAndThenForTwo() {
        var life = of(new MainPenalty.Prison(24), adult("XIII"), FINISHED);
        var first = decision(life.judgment(), ExecutionStep.EXPUNGEMENT_REFUSED, day("2023-01-01"));
        var second = decision(life.judgment(), ExecutionStep.EXPUNGEMENT_REFUSED, day("2024-05-01"));
        var released = life.execution().getFirst();

        assertThat(mayAsk(past(life.judgment(), released, first))).isEqualTo(day("2024-01-02"));
        assertThat(mayAsk(past(life.judgment(), second, released, first))).isEqualTo(day("2026-05-02"));
    }

    @Test
    void aGeneralAmnestyEndsEverythingAndASpecialOneOnlyThePenalty() {
        var judgment = judgment(1, SENTENCED, sentence(new MainPenalty.Prison(120), adult("XVI")));
        var general = past(judgment, decision(judgment, ExecutionStep.GENERAL_AMNESTY, day("2019-09-02")));
        var special = past(judgment, decision(judgment, ExecutionStep.SPECIAL_AMNESTY, day("2019-09-02")));

        assertThat(at(general, day("2019-09-02")))
                .isEqualTo(new Expunged(day("2019-09-02"), "TT13-2011/art-14-amnesty"));
        assertThat(at(special, day("2022-09-02"))).isInstanceOf(NotExpunged.class);
        assertThat(at(special, day("2022-09-03"))).isEqualTo(new Expunged(day("2022-09-03"), "BLHS2015/art-70.2.c"));
    }

    @ParameterizedTest
    @CsvSource({
        // Expunged under the code of 1999, with its periods.
        "2003-01-15, 36, 2006-01-16, BLHS1999/art-64.2.b",
        "2003-01-15, 60, 2008-01-16, BLHS1999/art-64.2.c",
        // The period of 1999 would have ended later: the milder code counts, from its first day.
        "2015-06-01, 36, 2018-01-01, BLHS2015/art-70.2.b",
        "2017-06-01, 36, 2019-06-02, BLHS2015/art-70.2.b",
    })
    void theFirstDayOnWhichTheLawThenInForceWasMetCounts(LocalDate released, int months, LocalDate on, String rule) {
        var sentencedOn = released.minusMonths(months);
        var judgment = judgment(
                1,
                new Person(null, "TRẦN VĂN CŨ", day("1950-02-03")),
                sentencedOn,
                sentence(new MainPenalty.Prison(months), theft(sentencedOn.minusMonths(3))));
        var life = past(judgment, decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, released));

        assertThat(at(life, day("2026-01-01"))).isEqualTo(new Expunged(on, rule));
    }

    @ParameterizedTest
    @CsvSource({
        // A fine paid on 30 November is on record until the end of 30 November of the next year.
        "INCLUDED, 2025-11-30, 2026-11-30, false",
        "INCLUDED, 2025-11-30, 2026-12-01, true",
        "EXCLUDED, 2025-11-30, 2026-11-29, false",
        "EXCLUDED, 2025-11-30, 2026-11-30, true",
        // A month without that day ends with its last one.
        "INCLUDED, 2024-02-29, 2025-02-28, false",
        "INCLUDED, 2024-02-29, 2025-03-01, true",
        "EXCLUDED, 2024-02-29, 2025-02-28, true",
    })
    void theLastDayIsPartOfTheTermAsTheRowOfTheLawSays(
            String reading, LocalDate paid, LocalDate day, boolean expunged) {
        var life = of(new MainPenalty.Fine(), theft(day("2018-01-01")), paid);

        assertThat(new ExpungementCalculator(reading(reading), List.of(life), day)
                        .expungement(life)
                        .isClean())
                .isEqualTo(expunged);
    }

    @ParameterizedTest
    @CsvSource({"INCLUDED, 2021-01-31, true", "INCLUDED, 2021-02-01, false", "EXCLUDED, 2021-01-31, false"})
    void anOffenceOnTheLastDayIsANewOneWhereThatDayIsPartOfTheTerm(
            String reading, LocalDate committedOn, boolean restarts) {
        var old = served(1, SENTENCED, 24, FINISHED);
        var next = past(judgment(2, day("2021-09-01"), sentence(new MainPenalty.Fine(), theft(committedOn))));

        var expungement =
                new ExpungementCalculator(reading(reading), List.of(old, next), day("2021-12-01")).expungement(old);

        assertThat(expungement.isClean()).isEqualTo(!restarts);
    }

    @ParameterizedTest
    @CsvSource({"INCLUDED, 2024-01-31, false", "INCLUDED, 2024-02-01, true", "EXCLUDED, 2024-01-31, true"})
    void aBanOnAPostKeepsTheConvictionUntilTheEndOfItsLastDay(String reading, LocalDate day, boolean expunged) {
        var life = with(new AdditionalPenalty(AdditionalPenalty.Kind.BAN_ON_POSTS, 60, null, null));

        assertThat(new ExpungementCalculator(reading(reading), List.of(life), day)
                        .expungement(life)
                        .isClean())
                .isEqualTo(expunged);
    }

    private static Law reading(String lastDay) {
        var row = "rule,valid_from,valid_to,last_day\nreading,1990-01-01,," + lastDay + "\n";
        return Law.read(file -> file.equals("last-days.csv") ? new StringReader(row) : Laws.open(file));
    }

    private static MainPenalty main(String name, int months) {
        return switch (name) {
            case "WARNING" -> new MainPenalty.Warning();
            case "FINE" -> new MainPenalty.Fine();
            case "REFORM" -> new MainPenalty.NonCustodialReform(months);
            case "SUSPENDED" -> new MainPenalty.SuspendedPrison(12, months);
            case "PRISON" -> new MainPenalty.Prison(months);
            case "LIFE" -> new MainPenalty.LifePrison();
            case "DEATH" -> new MainPenalty.DeathCommuted();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Offence adult(String chapter) {
        return new Offence(day("2018-01-01"), Gravity.VERY_SERIOUS, Intent.INTENTIONAL, chapter);
    }

    private static JudgmentHistory of(MainPenalty penalty, Offence offence, @Nullable LocalDate finished) {
        var judgment = judgment(1, SENTENCED, sentence(penalty, offence));
        return finished == null || penalty.isDoneAtOnce()
                ? past(judgment)
                : past(judgment, decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, finished));
    }

    private static JudgmentHistory with(AdditionalPenalty penalty) {
        var judgment = judgment(
                1,
                SENTENCED,
                new Sentence(List.of(adult("XVI")), new MainPenalty.Prison(24), List.of(penalty), false, false, false));
        return past(judgment, decision(judgment, ExecutionStep.MAIN_PENALTY_FINISHED, FINISHED));
    }

    private static ExecutionDecision finished(int id, LocalDate on) {
        return decision(judgment(id, SENTENCED, null), ExecutionStep.MAIN_PENALTY_FINISHED, on);
    }

    private static JudgmentHistory order(JudgmentHistory life, LocalDate on) {
        return past(
                life.judgment(),
                life.execution().getFirst(),
                decision(life.judgment(), ExecutionStep.EXPUNGED_BY_COURT, on));
    }

    private static @Nullable LocalDate mayAsk(JudgmentHistory life) {
        return ((NotExpunged) at(life, day("2026-01-01"))).mayAskFrom();
    }

    private static Expungement at(JudgmentHistory past, LocalDate day, JudgmentHistory... others) {
        var life = new java.util.ArrayList<>(Arrays.asList(others));
        life.add(past);
        return new ExpungementCalculator(LAW, life, day).expungement(past);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
