package hoso.judicialcert.agency;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.law.AgencyRule;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.Conviction;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Expungement;
import hoso.judicialcert.register.matching.Extract;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an agency is told of a person: for No. 1 what is not expunged, for No. 2 everything, and bans.
///
/// @param rule the rule that let it be told
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordAnswer(
        String result,
        CertificateKind view,
        Instant at,
        String rule,
        @Nullable List<Convicted> convictions,
        @Nullable List<Banned> bans)
        implements Sensitive {

    /// A conviction, as the certificate of this kind lists it (Circular 13/2011 Art. 14): No. 1 says what it was, No. 2
    /// also what followed.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Convicted(
            String number,
            LocalDate sentencedOn,
            String court,
            String offence,
            String articles,
            String penalty,
            @Nullable String additionalPenalty,
            @Nullable String civilObligations,
            @Nullable String courtFee,
            @Nullable Execution lastDecision,
            @Nullable String status,
            @Nullable LocalDate expungedOn)
            implements Sensitive {
        static Convicted of(Conviction conviction, CertificateKind view) {
            var judgment = conviction.judgment();
            var isFull = view == CertificateKind.NO_2;
            return new Convicted(
                    judgment.number(),
                    judgment.sentencedOn(),
                    judgment.court(),
                    judgment.text().offence(),
                    judgment.text().articles(),
                    judgment.text().penalty(),
                    judgment.text().additionalPenalty(),
                    isFull ? judgment.text().civilObligations() : null,
                    isFull ? judgment.text().courtFee() : null,
                    isFull ? conviction.lastDecision().map(Execution::of).orElse(null) : null,
                    isFull ? status(conviction.expungement()) : null,
                    isFull && conviction.expungement() instanceof Expungement.Expunged(var on, var _) ? on : null);
        }

        private static String status(Expungement expungement) {
            return switch (expungement) {
                case Expungement.NeverConviction _ -> "NEVER_CONVICTION";
                case Expungement.Expunged _ -> "EXPUNGED";
                case Expungement.NotExpunged _ -> "NOT_EXPUNGED";
                case Expungement.Undecided _ -> throw new IllegalStateException("what no rule decides is referred");
            };
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The last that was decided on the execution.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Execution(
            String step,
            String authority,
            String number,
            LocalDate decidedOn,
            @Nullable String text) implements Sensitive {
        static Execution of(ExecutionDecision decision) {
            return new Execution(
                    decision.step().name(),
                    decision.authority(),
                    decision.number(),
                    decision.decidedOn(),
                    decision.text());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A ban in force.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Banned(
            String authority,
            String number,
            LocalDate decidedOn,
            String post,
            @Nullable LocalDate from,
            @Nullable LocalDate until)
            implements Sensitive {
        static Banned of(Ban ban) {
            return new Banned(ban.authority(), ban.number(), ban.decidedOn(), ban.post(), ban.from(), ban.until());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static RecordAnswer without(String result, CertificateKind view, Instant at, AgencyRule.AgencyAccess rule) {
        return new RecordAnswer(result, view, at, rule.rule(), null, null);
    }

    static RecordAnswer of(Extract extract, CertificateKind view, Instant at, AgencyRule.AgencyAccess rule) {
        return new RecordAnswer(
                "ON_RECORD",
                view,
                at,
                rule.rule(),
                extract.convictions().stream()
                        .map(one -> Convicted.of(one, view))
                        .toList(),
                extract.showsBans() ? extract.bans().stream().map(Banned::of).toList() : null);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
