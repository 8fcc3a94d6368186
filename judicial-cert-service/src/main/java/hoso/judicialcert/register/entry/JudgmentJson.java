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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A judgment as courts send it and as it is sealed away.
final class JudgmentJson {

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
                judgment.text().offence(),
                judgment.text().articles(),
                judgment.text().penalty(),
                judgment.text().additionalPenalty(),
                judgment.text().civilObligations(),
                judgment.text().courtFee(),
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

    /// A judgment out of the register. What an older form let through is taken as it is; a sentence it cannot read
    /// is none, and then no rule decides.
    static Judgment stored(Sent sent, UUID id) {
        return judgment(sent, id, LocalDate.MAX, new ArrayList<>());
    }

    private static Judgment judgment(Sent sent, UUID id, LocalDate today, List<FieldError> errors) {
        var sentencedOn = EntryFieldReader.past(sent.sentencedOn(), "/sentencedOn", today, errors);
        var person = EntryFieldReader.person(sent.person(), "/person", today, errors);
        var expungedOn = sent.expungedOn();
        if (expungedOn != null) {
            EntryFieldReader.past(expungedOn, "/expungedOn", today, errors);
            EntryFieldReader.order(sentencedOn, expungedOn, "/expungedOn", errors);
        }
        EntryFieldReader.order(person.birthDate(), sentencedOn, "/sentencedOn", errors);
        return new Judgment(
                id,
                EntryFieldReader.text(sent.court(), "/court", errors),
                person,
                EntryFieldReader.text(sent.number(), "/number", errors),
                sentencedOn,
                new Judgment.Text(
                        EntryFieldReader.text(sent.offence(), "/offence", errors),
                        EntryFieldReader.text(sent.articles(), "/articles", errors),
                        EntryFieldReader.text(sent.penalty(), "/penalty", errors),
                        EntryFieldReader.optional(sent.additionalPenalty(), "/additionalPenalty", errors),
                        EntryFieldReader.optional(sent.civilObligations(), "/civilObligations", errors),
                        EntryFieldReader.optional(sent.courtFee(), "/courtFee", errors)),
                expungedOn,
                sent.sentence() == null ? null : SentenceReader.read(sent.sentence(), sentencedOn, errors));
    }
}
