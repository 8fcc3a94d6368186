package hoso.judicialcert.register.entry;

import hoso.chassis.problem.FieldError;
import hoso.judicialcert.register.conviction.AdditionalPenalty;
import hoso.judicialcert.register.conviction.MainPenalty;
import hoso.judicialcert.register.conviction.Offence;
import hoso.judicialcert.register.conviction.Sentence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads the sentence of a judgment in terms.
final class SentenceReader {
    private static final int MAX_LIST = 100;
    private static final int MAX_MONTHS = 1_200;

    private SentenceReader() {}

    /// Reads a sentence.
    ///
    /// @return null where something is wrong with it
    static @Nullable Sentence read(JudgmentJson.Terms sent, LocalDate sentencedOn, List<FieldError> errors) {
        var before = errors.size();
        var offences = new ArrayList<Offence>();
        for (var offence : Objects.requireNonNullElse(sent.offences(), List.<@Nullable Offence>of())) {
            if (offence != null) {
                offences.add(offence);
                EntryFieldReader.order(offence.committedOn(), sentencedOn, "/sentence/offences", errors);
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
        EntryFieldReader.optional(penalty.text(), "/sentence/additionalPenalties", errors);
    }

    private static @Nullable MainPenalty main(JudgmentJson.@Nullable Main sent, List<FieldError> errors) {
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
}
