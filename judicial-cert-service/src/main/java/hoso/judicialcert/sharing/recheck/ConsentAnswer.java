package hoso.judicialcert.sharing.recheck;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent as its holder sees it.
///
/// @param key with which the recipient asks; told when the consent is given and never again
/// @param checks the last hundred times somebody asked, newest first; left out of lists
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConsentAnswer(
        UUID consentId,
        UUID certificateId,
        @JsonUnwrapped Aim aim,
        Instant givenAt,
        Instant until,
        @Nullable Instant withdrawnAt,
        Consent.State state,
        int perDay,
        @JsonUnwrapped Words words,
        @Nullable String key,
        @Nullable List<ConsentRows.Check> checks)
        implements Sensitive {

    /// Who may ask, and what for.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Aim(String recipient, @Nullable String organisation, String purpose) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What was agreed to.
    ///
    /// @param proof SHA-256 over everything that was agreed to
    record Words(String textVersion, String text, String proof) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static ConsentAnswer of(
            Consent consent, Instant now, @Nullable String key, @Nullable List<ConsentRows.Check> checks) {
        return new ConsentAnswer(
                consent.id().value(),
                consent.certificate().value(),
                new Aim(
                        consent.terms().recipient(),
                        consent.terms().organisation(),
                        consent.terms().purpose()),
                consent.givenAt(),
                consent.until(),
                consent.withdrawnAt(),
                consent.state(now),
                consent.perDay(),
                new Words(consent.textVersion(), consent.terms().text(), consent.proof()),
                key,
                checks);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
