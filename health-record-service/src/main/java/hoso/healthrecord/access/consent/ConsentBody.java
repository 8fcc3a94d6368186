package hoso.healthrecord.access.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is sent to ask for a consent.
record ConsentBody(
        @Nullable String personalNumber, @Nullable Terms terms) implements Sensitive {

    /// Terms, asked for or granted.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Terms(
            @Nullable Purpose purpose,
            @Nullable Set<DataKind> kinds,
            @Nullable Set<SensitiveCategory> sensitive,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant validUntil,
            @Nullable Instant eraseAt,
            @Nullable Frequency frequency) {
        static Terms of(ConsentTerms terms) {
            return new Terms(
                    terms.purpose(),
                    terms.kinds().isEmpty() ? Set.of() : EnumSet.copyOf(terms.kinds()),
                    terms.sensitive().isEmpty() ? Set.of() : EnumSet.copyOf(terms.sensitive()),
                    terms.from(),
                    terms.until(),
                    terms.validUntil(),
                    terms.eraseAt(),
                    terms.times() == null || terms.per() == null
                            ? null
                            : new Frequency(terms.times(), terms.per().toString()));
        }

        /// @throws hoso.chassis.problem.ProblemException 422 when a member is missing or cannot be read
        ConsentTerms read() {
            if (purpose == null || kinds == null || validUntil == null || eraseAt == null) {
                throw invalid(
                        purpose == null
                                ? "purpose"
                                : kinds == null ? "kinds" : validUntil == null ? "validUntil" : "eraseAt",
                        "missing");
            }
            return new ConsentTerms(
                    purpose,
                    Set.copyOf(kinds),
                    sensitive == null ? Set.of() : Set.copyOf(sensitive),
                    from,
                    until,
                    validUntil,
                    eraseAt,
                    frequency == null ? null : frequency.times(),
                    frequency == null ? null : period(frequency.per()));
        }

        private static Duration period(@Nullable String text) {
            try {
                return Duration.parse(text == null ? "" : text);
            } catch (java.time.DateTimeException _) {
                throw invalid("frequency/per", "consent-terms");
            }
        }
    }

    /// So often within a time (ISO 8601 duration, `P1D` is a day).
    record Frequency(int times, @Nullable String per) {}

    static RuntimeException invalid(String member, String code) {
        return Problem.invalid(List.of(FieldError.of("/terms/" + member, code))).raise();
    }

    static RuntimeException invalid(List<String> members) {
        return Problem.invalid(members.stream()
                        .map(member -> FieldError.of("/terms/" + member, "consent-terms"))
                        .toList())
                .raise();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
