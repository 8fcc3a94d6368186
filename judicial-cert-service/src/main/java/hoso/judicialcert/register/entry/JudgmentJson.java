package hoso.judicialcert.register.entry;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.judicialcert.person.Person;
import hoso.judicialcert.register.conviction.AdditionalPenalty;
import hoso.judicialcert.register.conviction.Judgment;
import hoso.judicialcert.register.conviction.MainPenalty;
import hoso.judicialcert.register.conviction.Offence;
import hoso.judicialcert.register.conviction.Sentence;
import hoso.judicialcert.typeface.PrintableText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A judgment as courts send it and as it is sealed away.
final class JudgmentJson {
    private static final int MAX_TEXT = 1_000;
    private static final int MAX_LIST = 100;
    private static final int MAX_MONTHS = 1_200;
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);

    private JudgmentJson() {}

    /// The whole of it.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Sent(
            @Nullable String number,
            @Nullable LocalDate sentencedOn,
            @Nullable String court,
            @Nullable Convict person,
            @Nullable String offence,
            @Nullable String articles,
            @Nullable String penalty,
            @Nullable String additionalPenalty,
            @Nullable String civilObligations,
            @Nullable String courtFee,
            @Nullable LocalDate expungedOn,
            @Nullable Terms sentence)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Whom it is about; the personal number is missing in old judgments.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Convict(
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable LocalDate birthDate,
            @Nullable List<@Nullable String> formerNumbers,
            @Nullable String fatherName,
            @Nullable String motherName)
            implements Sensitive {

        static Convict of(Person person) {
            return new Convict(
                    person.personalNumber(),
                    person.fullName(),
                    person.birthDate(),
                    List.copyOf(person.formerNumbers()),
                    person.fatherName(),
                    person.motherName());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The sentence in terms.
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Terms(
            @Nullable List<@Nullable Offence> offences,
            @Nullable Main mainPenalty,
            @Nullable List<@Nullable AdditionalPenalty> additionalPenalties,
            boolean civilObligations,
            boolean courtFee,
            boolean reformSchool) {}

    /// The main penalty.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Main(
            @Nullable Kind kind,
            @Nullable Integer months,
            @Nullable Integer probationMonths) {

        enum Kind {
            WARNING,
            FINE,
            NON_CUSTODIAL_REFORM,
            SUSPENDED_PRISON,
            PRISON,
            LIFE_PRISON,
            DEATH_COMMUTED,
            EXEMPTED,
            EXPULSION
        }

        static Main of(MainPenalty penalty) {
            return switch (penalty) {
                case MainPenalty.Warning() -> new Main(Kind.WARNING, null, null);
                case MainPenalty.Fine() -> new Main(Kind.FINE, null, null);
                case MainPenalty.NonCustodialReform(var months) -> new Main(Kind.NON_CUSTODIAL_REFORM, months, null);
                case MainPenalty.SuspendedPrison(var months, var probation) ->
                    new Main(Kind.SUSPENDED_PRISON, months, probation);
                case MainPenalty.Prison(var months) -> new Main(Kind.PRISON, months, null);
                case MainPenalty.LifePrison() -> new Main(Kind.LIFE_PRISON, null, null);
                case MainPenalty.DeathCommuted() -> new Main(Kind.DEATH_COMMUTED, null, null);
                case MainPenalty.Exempted() -> new Main(Kind.EXEMPTED, null, null);
                case MainPenalty.Expulsion() -> new Main(Kind.EXPULSION, null, null);
            };
        }
    }

    /// What was understood of a body, or everything that is to be mended in it.
    sealed interface Reading {
        record Understood(Judgment judgment) implements Reading {}

        record Wrong(List<FieldError> errors) implements Reading {}
    }

    static Sent of(Judgment judgment) {
        return new Sent(
                judgment.number(),
                judgment.sentencedOn(),
                judgment.court(),
                Convict.of(judgment.person()),
                judgment.offence(),
                judgment.articles(),
                judgment.penalty(),
                judgment.additionalPenalty(),
                judgment.civilObligations(),
                judgment.courtFee(),
                judgment.expungedOn(),
                judgment.sentence() == null ? null : terms(judgment.sentence()));
    }

    static Terms terms(Sentence sentence) {
        return new Terms(
                List.copyOf(sentence.offences()),
                Main.of(sentence.mainPenalty()),
                List.copyOf(sentence.additionalPenalties()),
                sentence.civilObligations(),
                sentence.courtFee(),
                sentence.reformSchool());
    }

    /// @param today no day of a judgment lies after it
    static Reading read(Sent sent, UUID id, LocalDate today) {
        var errors = new ArrayList<FieldError>();
        var judgment = judgment(sent, id, today, errors);
        return errors.isEmpty() ? new Reading.Understood(judgment) : new Reading.Wrong(List.copyOf(errors));
    }

    /// A judgment out of the register. What an older form let through is taken as it is; a sentence it cannot read is
    /// none,
    /// and then no rule decides.
    static Judgment stored(Sent sent, UUID id) {
        return judgment(sent, id, LocalDate.MAX, new ArrayList<>());
    }

    private static Judgment judgment(Sent sent, UUID id, LocalDate today, List<FieldError> errors) {
        var sentencedOn = past(sent.sentencedOn(), "/sentencedOn", today, errors);
        var person = person(sent.person(), "/person", today, errors);
        var expungedOn = sent.expungedOn();
        if (expungedOn != null) {
            past(expungedOn, "/expungedOn", today, errors);
            order(sentencedOn, expungedOn, "/expungedOn", errors);
        }
        order(person.birthDate(), sentencedOn, "/sentencedOn", errors);
        return new Judgment(
                id,
                text(sent.court(), "/court", errors),
                person,
                text(sent.number(), "/number", errors),
                sentencedOn,
                text(sent.offence(), "/offence", errors),
                text(sent.articles(), "/articles", errors),
                text(sent.penalty(), "/penalty", errors),
                optional(sent.additionalPenalty(), "/additionalPenalty", errors),
                optional(sent.civilObligations(), "/civilObligations", errors),
                optional(sent.courtFee(), "/courtFee", errors),
                expungedOn,
                sent.sentence() == null ? null : sentence(sent.sentence(), sentencedOn, errors));
    }

    static Person person(@Nullable Convict sent, String at, LocalDate today, List<FieldError> errors) {
        if (sent == null) {
            errors.add(FieldError.of(at, "required"));
            return new Person(null, "", OLDEST);
        }
        var number = sent.personalNumber();
        if (number != null && !number.matches("[0-9]{12}")) {
            errors.add(FieldError.of(at + "/personalNumber", "format"));
        }
        var former = new ArrayList<String>();
        for (var one : Objects.requireNonNullElse(sent.formerNumbers(), List.<@Nullable String>of())) {
            if (one == null || !one.matches("[0-9]{9}|[0-9]{12}")) {
                errors.add(FieldError.of(at + "/formerNumbers", "format"));
            } else {
                former.add(one);
            }
        }
        return new Person(
                number,
                text(sent.fullName(), at + "/fullName", errors),
                past(sent.birthDate(), at + "/birthDate", today, errors),
                former.stream().distinct().sorted().toList(),
                optional(sent.fatherName(), at + "/fatherName", errors),
                optional(sent.motherName(), at + "/motherName", errors));
    }

    private static @Nullable Sentence sentence(Terms sent, LocalDate sentencedOn, List<FieldError> errors) {
        var before = errors.size();
        var offences = new ArrayList<Offence>();
        for (var offence : Objects.requireNonNullElse(sent.offences(), List.<@Nullable Offence>of())) {
            if (offence != null) {
                offences.add(offence);
                order(offence.committedOn(), sentencedOn, "/sentence/offences", errors);
                if (offence.chapter() != null && !offence.chapter().matches("[IVX]{1,6}")) {
                    errors.add(FieldError.of("/sentence/offences", "format"));
                }
            }
        }
        if (offences.isEmpty()) {
            errors.add(FieldError.of("/sentence/offences", "required"));
        }
        var penalties = new ArrayList<AdditionalPenalty>();
        for (var penalty :
                Objects.requireNonNullElse(sent.additionalPenalties(), List.<@Nullable AdditionalPenalty>of())) {
            if (penalty != null) {
                penalties.add(penalty);
                check(penalty, errors);
            }
        }
        if (offences.size() > MAX_LIST || penalties.size() > MAX_LIST) {
            errors.add(FieldError.of("/sentence", "too-long"));
        }
        var main = main(sent.mainPenalty(), errors);
        return errors.size() > before || main == null
                ? null
                : new Sentence(
                        List.copyOf(offences),
                        main,
                        List.copyOf(penalties),
                        sent.civilObligations(),
                        sent.courtFee(),
                        sent.reformSchool());
    }

    // A kind that is missing arrives as null whatever the type says.
    @SuppressWarnings("NullAway")
    private static void check(AdditionalPenalty penalty, List<FieldError> errors) {
        if (penalty.kind() == null) {
            errors.add(FieldError.of("/sentence/additionalPenalties", "required"));
        }
        if (penalty.months() != null && (penalty.months() < 1 || penalty.months() > MAX_MONTHS)) {
            errors.add(FieldError.of("/sentence/additionalPenalties", "months-out-of-range"));
        }
        optional(penalty.text(), "/sentence/additionalPenalties", errors);
    }

    private static @Nullable MainPenalty main(@Nullable Main sent, List<FieldError> errors) {
        if (sent == null || sent.kind() == null) {
            errors.add(FieldError.of("/sentence/mainPenalty/kind", "required"));
            return null;
        }
        return switch (sent.kind()) {
            case WARNING -> new MainPenalty.Warning();
            case FINE -> new MainPenalty.Fine();
            case NON_CUSTODIAL_REFORM -> new MainPenalty.NonCustodialReform(months(sent.months(), "months", errors));
            case SUSPENDED_PRISON ->
                new MainPenalty.SuspendedPrison(
                        months(sent.months(), "months", errors),
                        months(sent.probationMonths(), "probationMonths", errors));
            case PRISON -> new MainPenalty.Prison(months(sent.months(), "months", errors));
            case LIFE_PRISON -> new MainPenalty.LifePrison();
            case DEATH_COMMUTED -> new MainPenalty.DeathCommuted();
            case EXEMPTED -> new MainPenalty.Exempted();
            case EXPULSION -> new MainPenalty.Expulsion();
        };
    }

    private static int months(@Nullable Integer months, String field, List<FieldError> errors) {
        if (months == null) {
            errors.add(FieldError.of("/sentence/mainPenalty/" + field, "required"));
            return 1;
        }
        if (months < 1 || months > MAX_MONTHS) {
            errors.add(FieldError.of("/sentence/mainPenalty/" + field, "months-out-of-range"));
        }
        return months;
    }

    static String text(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
            return "";
        }
        if (value.length() > MAX_TEXT) {
            errors.add(FieldError.of(pointer, "too-long"));
        }
        PrintableText.check(value, pointer, errors);
        return PrintableText.tidy(value);
    }

    static @Nullable String optional(@Nullable String value, String pointer, List<FieldError> errors) {
        return value == null || value.isBlank() ? null : text(value, pointer, errors);
    }

    static LocalDate past(@Nullable LocalDate day, String pointer, LocalDate today, List<FieldError> errors) {
        if (day == null) {
            errors.add(FieldError.of(pointer, "required"));
            return OLDEST;
        }
        if (day.isAfter(today)) {
            errors.add(FieldError.of(pointer, "in-the-future"));
        } else if (day.isBefore(OLDEST)) {
            errors.add(FieldError.of(pointer, "format"));
        }
        return day;
    }

    static void order(@Nullable LocalDate first, LocalDate then, String pointer, List<FieldError> errors) {
        if (first != null && first.isAfter(then)) {
            errors.add(FieldError.of(pointer, "out-of-order"));
        }
    }
}
