package hoso.judicialcert.register.entry;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.Entry;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.matching.Candidate;
import hoso.judicialcert.register.matching.Comparison;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Entries of the register as an officer reads them.
public final class EntryJson {

    private EntryJson() {}

    /// An entry: a judgment with its execution and standing, or a ban. With a comparison when it may be the
    /// applicant's.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Shown(
            UUID id,
            Kind kind,
            @JsonUnwrapped Head head,
            Object person,
            @JsonUnwrapped Words words,
            @Nullable LocalDate expungedOn,
            @Nullable Object sentence,
            @Nullable List<ExecutionDecision> execution,
            @Nullable Standing standing,
            @Nullable Object ban,
            @Nullable Compared comparison)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Under what number an authority filed it; of a judgment, when and where it was given.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Head(
            @Nullable String number,
            @Nullable LocalDate sentencedOn,
            @Nullable String court) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A judgment as the court wrote it; nothing of a ban.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Words(
            @Nullable String offence,
            @Nullable String articles,
            @Nullable String penalty,
            @Nullable String additionalPenalty,
            @Nullable String civilObligations,
            @Nullable String courtFee)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What an entry is.
    public enum Kind {
        JUDGMENT,
        BAN
    }

    /// What a judgment amounts to today, by which rule, or why no rule decides. `generalAmnesty`: certificate No. 2 has
    /// no words of the law for it.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            String status,
            @Nullable LocalDate on,
            @Nullable String rule,
            @Nullable Set<Expungement.Why> why,
            @Nullable LocalDate expected,
            @Nullable LocalDate mayAskFrom,
            boolean generalAmnesty) {

        static Standing of(Conviction conviction) {
            var amnesty = conviction.generalAmnesty().isPresent();
            return switch (conviction.expungement()) {
                case Expungement.NeverConviction(var rule) ->
                    new Standing("NEVER_CONVICTION", null, rule, null, null, null, amnesty);
                case Expungement.Expunged(var on, var rule) ->
                    new Standing("EXPUNGED", on, rule, null, null, null, amnesty);
                case Expungement.NotExpunged(var why, var expected, var mayAskFrom) ->
                    new Standing("NOT_EXPUNGED", null, null, why, expected, mayAskFrom, amnesty);
                case Expungement.Undecided(var why) -> new Standing("UNDECIDED", null, null, why, null, null, amnesty);
            };
        }
    }

    /// The comparison and what it comes to.
    public record Compared(
            Comparison.Match match,
            Comparison.Agreement number,
            Comparison.Agreement fullName,
            Comparison.Agreement birthDate,
            Comparison.Agreement fatherName,
            Comparison.Agreement motherName) {

        static Compared of(Comparison comparison) {
            return new Compared(
                    comparison.match(),
                    comparison.number(),
                    comparison.fullName(),
                    comparison.birthDate(),
                    comparison.fatherName(),
                    comparison.motherName());
        }
    }

    /// An entry by itself.
    public static Shown of(Entry entry) {
        return show(entry, null);
    }

    /// Somebody who may be the applicant.
    public static Shown of(Candidate candidate) {
        return show(candidate.entry(), Compared.of(candidate.comparison()));
    }

    private static Shown show(Entry entry, @Nullable Compared comparison) {
        var person = JudgmentJson.Convict.of(entry.person());
        return switch (entry) {
            case Conviction conviction -> {
                var sent = JudgmentJson.of(conviction.judgment());
                yield new Shown(
                        conviction.id(),
                        Kind.JUDGMENT,
                        new Head(sent.number(), sent.sentencedOn(), sent.court()),
                        person,
                        new Words(
                                sent.offence(),
                                sent.articles(),
                                sent.penalty(),
                                sent.additionalPenalty(),
                                sent.civilObligations(),
                                sent.courtFee()),
                        sent.expungedOn(),
                        sent.sentence(),
                        conviction.execution(),
                        Standing.of(conviction),
                        null,
                        comparison);
            }
            case Ban ban ->
                new Shown(
                        ban.id(),
                        Kind.BAN,
                        new Head(ban.number(), null, null),
                        person,
                        new Words(null, null, null, null, null, null),
                        null,
                        null,
                        null,
                        null,
                        BanJson.of(ban),
                        comparison);
        };
    }
}
