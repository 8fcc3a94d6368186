package hoso.judicialcert.register.conviction;

import static hoso.judicialcert.register.conviction.Lives.decision;
import static hoso.judicialcert.register.conviction.Lives.judgment;
import static org.assertj.core.api.Assertions.assertThat;

import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Law;
import hoso.judicialcert.law.Laws;
import hoso.judicialcert.law.penal.Gravity;
import hoso.judicialcert.law.penal.Intent;
import hoso.judicialcert.register.conviction.Expungement.Expunged;
import hoso.judicialcert.register.conviction.Expungement.NeverConviction;
import hoso.judicialcert.register.conviction.Expungement.NotExpunged;
import hoso.judicialcert.register.conviction.Expungement.Undecided;
import hoso.judicialcert.register.matching.Finding;
import hoso.judicialcert.register.matching.Holdings;
import hoso.judicialcert.register.matching.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.jspecify.annotations.Nullable;

/// Over generated lives: up to five judgments of people who were 15 to 30, told in full, in part or in words only.
@Tag("core")
class ExpungementPropertyTest {
    private static final Law LAW = Laws.packaged();
    private static final LocalDate FIRST = LocalDate.of(2000, 7, 1);
    private static final int DAYS = 9_600;

    @Property(tries = 2_000)
    void aFurtherConvictionNeverMakesARecordCleaner(
            @ForAll("lives") List<JudgmentHistory> life, @ForAll("days") LocalDate day) {
        var before = reckoned(life.subList(1, life.size()), day);
        var after = reckoned(life, day);

        for (var one : before.entrySet()) {
            assertThat(isAtMostAsCleanAs(one.getValue(), after.get(one.getKey())))
                    .as("%s, then %s", one.getValue(), after.get(one.getKey()))
                    .isTrue();
        }
    }

    @Property(tries = 1_000)
    void whatIsExpungedIsNeverOnNo1AndWhatIsNotAlwaysIs(
            @ForAll("lives") List<JudgmentHistory> life, @ForAll("days") LocalDate day) {
        var reckoned = reckoned(life, day);
        var extract = new Holdings(LAW, life, List.of())
                .extract(new Question(Lives.MINH, CertificateKind.NO_1, false, day), List.of());

        var told = extract.convictions().stream().map(Conviction::id).toList();

        for (var past : life) {
            var id = past.judgment().id();
            var counts = !Objects.requireNonNull(reckoned.get(id)).isClean()
                    && !past.judgment().sentencedOn().isAfter(day);
            assertThat(told.contains(id)).isEqualTo(counts);
        }
    }

    @Property(tries = 1_000)
    void onlyALifeWithoutAnythingToTellIsClean(
            @ForAll("lives") List<JudgmentHistory> life, @ForAll("days") LocalDate day) {
        var question = new Question(Lives.MINH, CertificateKind.NO_1, false, day);
        var holdings = new Holdings(LAW, life, List.of());

        var isClean = holdings.find(question) instanceof Finding.Clean;

        assertThat(isClean)
                .isEqualTo(holdings.extract(question, List.of()).convictions().isEmpty());
    }

    @Property(tries = 1_000)
    void withoutANewOffenceARecordOnlyGetsCleanerWithTime(
            @ForAll("lives") List<JudgmentHistory> life,
            @ForAll("days") LocalDate one,
            @ForAll("days") LocalDate other) {
        var earlier = one.isBefore(other) ? one : other;
        var later = one.isBefore(other) ? other : one;

        var before = reckoned(life, earlier);
        var after = reckoned(life, later);

        for (var past : life) {
            var id = past.judgment().id();
            assertThat(rank(after.get(id)))
                    .as("%s on %s, then %s on %s", before.get(id), earlier, after.get(id), later)
                    .isGreaterThanOrEqualTo(rank(before.get(id)));
        }
    }

    @Property(tries = 500)
    void inWhichOrderTheFactsArriveDoesNotMatter(
            @ForAll("lives") List<JudgmentHistory> life, @ForAll("days") LocalDate day, @ForAll Random random) {
        var shuffled = new ArrayList<JudgmentHistory>();
        for (var past : life) {
            var execution = new ArrayList<>(past.execution());
            Collections.shuffle(execution, random);
            shuffled.add(new JudgmentHistory(past.judgment(), execution));
        }
        Collections.shuffle(shuffled, random);

        assertThat(reckoned(shuffled, day)).isEqualTo(reckoned(life, day));
    }

    @Property(tries = 500)
    void whatExpungesItselfDoesSoAfterTheSentenceAndByTheDayThatIsAskedFor(
            @ForAll("lives") List<JudgmentHistory> life, @ForAll("days") LocalDate day) {
        for (var past : life) {
            var expungement = reckoned(life, day).get(past.judgment().id());
            if (expungement instanceof Expunged(var on, var rule) && rule.startsWith("BLHS2015/art-70.2")) {
                assertThat(on).isAfter(past.judgment().sentencedOn()).isBeforeOrEqualTo(day);
            }
        }
    }

    private static Map<UUID, Expungement> reckoned(List<JudgmentHistory> life, LocalDate day) {
        return new ExpungementCalculator(LAW, life, day)
                .convictions().stream().collect(Collectors.toMap(Conviction::id, Conviction::expungement));
    }

    private static boolean isAtMostAsCleanAs(Expungement before, @Nullable Expungement after) {
        if (before instanceof Expunged(var on, var _) && after instanceof Expunged(var later, var _)) {
            return !later.isBefore(on);
        }
        return after != null && rank(after) <= rank(before);
    }

    private static int rank(@Nullable Expungement expungement) {
        return switch (expungement) {
            case null -> -1;
            case NotExpunged _ -> 0;
            case Undecided _ -> 1;
            case Expunged _ -> 2;
            case NeverConviction _ -> 3;
        };
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<List<JudgmentHistory>> lives() {
        return judged().list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(numbered -> IntStream.range(0, numbered.size())
                        .mapToObj(i -> numbered.get(i).apply(i + 1))
                        .toList());
    }

    private static Arbitrary<Function<Integer, JudgmentHistory>> judged() {
        var sentenced = Arbitraries.integers().between(0, DAYS).map(FIRST::plusDays);
        return Combinators.combine(sentenced, sentences(), steps())
                .as((on, sentence, steps) -> id -> past(id, on, sentence, steps));
    }

    /// Offences lie up to three years before the judgment.
    private record Told(
            MainPenalty penalty,
            List<Committed> committed,
            List<AdditionalPenalty> additional,
            boolean civil,
            boolean fee,
            boolean inWords) {}

    private record Committed(
            int daysBefore,
            @Nullable Gravity gravity,
            @Nullable Intent intent,
            @Nullable String chapter,
            boolean dated) {}

    private record Step(ExecutionStep step, int daysAfter, int decidedAfter) {}

    private static JudgmentHistory past(int id, LocalDate on, Told told, List<Step> steps) {
        var offences = told.committed().stream()
                .map(one -> new Offence(
                        one.dated() ? on.minusDays(one.daysBefore()) : null,
                        one.gravity(),
                        one.intent(),
                        one.chapter()))
                .toList();
        var sentence = told.inWords()
                ? null
                : new Sentence(offences, told.penalty(), told.additional(), told.civil(), told.fee(), false);
        var judgment = judgment(id, on, sentence);
        return new JudgmentHistory(
                judgment,
                steps.stream()
                        .map(step -> decision(
                                judgment,
                                step.step(),
                                on.plusDays(step.daysAfter() + step.decidedAfter()),
                                on.plusDays(step.daysAfter()),
                                null))
                        .toList());
    }

    private static Arbitrary<Told> sentences() {
        var months = Arbitraries.of(3, 12, 36, 60, 61, 180, 181, 240);
        Arbitrary<MainPenalty> penalties = Arbitraries.oneOf(
                Arbitraries.of(
                        new MainPenalty.Warning(),
                        new MainPenalty.Fine(),
                        new MainPenalty.Exempted(),
                        new MainPenalty.LifePrison(),
                        new MainPenalty.Expulsion()),
                months.map(MainPenalty.Prison::new),
                months.map(MainPenalty.NonCustodialReform::new),
                months.map(term -> new MainPenalty.SuspendedPrison(12, term)));
        var additional = Combinators.combine(
                        Arbitraries.of(AdditionalPenalty.Kind.class),
                        Arbitraries.of(12, 60).injectNull(0.3))
                .as((kind, term) -> new AdditionalPenalty(kind, term, null, null));
        return Combinators.combine(
                        penalties,
                        committed().list().ofMinSize(1).ofMaxSize(3),
                        additional.list().ofMaxSize(2),
                        Arbitraries.frequency(weighted(3, false), weighted(1, true)),
                        Arbitraries.frequency(weighted(3, false), weighted(1, true)),
                        Arbitraries.frequency(weighted(9, false), weighted(1, true)))
                .as(Told::new);
    }

    private static net.jqwik.api.Tuple.Tuple2<Integer, Boolean> weighted(int times, boolean value) {
        return net.jqwik.api.Tuple.of(times, value);
    }

    private static Arbitrary<Committed> committed() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1_100),
                        Arbitraries.of(Gravity.class).injectNull(0.1),
                        Arbitraries.of(Intent.class).injectNull(0.1),
                        Arbitraries.of("XIII", "XVI", "XXI").injectNull(0.1),
                        Arbitraries.frequency(weighted(9, true), weighted(1, false)))
                .as(Committed::new);
    }

    private static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(ExecutionStep.class),
                        Arbitraries.integers().between(0, 4_000),
                        Arbitraries.integers().between(0, 400))
                .as(Step::new)
                .list()
                .ofMaxSize(5);
    }
}
