package hoso.judicialcert.sharing.recheck;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.CertificateId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent as a holder gives it. Nothing stands in for saying yes: `agreed` is sent as true or the consent is not
/// given.
record ConsentBody(
        @Nullable UUID certificateId,
        @Nullable String recipient,
        @Nullable String organisation,
        @Nullable String purpose,
        @Nullable OffsetDateTime until,
        @Nullable String textVersion,
        @Nullable Boolean agreed)
        implements Sensitive {
    private static final int MAX_TEXT = 255;

    GiveConsent.Wish wish(Locale language) {
        var errors = new ArrayList<FieldError>();
        present(certificateId, "/certificateId", errors);
        text(recipient, "/recipient", errors);
        text(purpose, "/purpose", errors);
        if (organisation != null) {
            text(organisation, "/organisation", errors);
        }
        present(until, "/until", errors);
        present(textVersion, "/textVersion", errors);
        if (!Boolean.TRUE.equals(agreed)) {
            errors.add(FieldError.of("/agreed", "consent-missing"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new GiveConsent.Wish(
                new CertificateId(Objects.requireNonNull(certificateId)),
                NameFolding.tidy(Objects.requireNonNull(recipient)),
                organisation == null ? null : NameFolding.tidy(organisation),
                NameFolding.tidy(Objects.requireNonNull(purpose)),
                Objects.requireNonNull(until).toInstant(),
                Objects.requireNonNull(textVersion),
                language);
    }

    private static void present(@Nullable Object value, String pointer, List<FieldError> errors) {
        if (value == null) {
            errors.add(FieldError.of(pointer, "required"));
        }
    }

    private static void text(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
        } else if (value.length() > MAX_TEXT) {
            errors.add(FieldError.of(pointer, "too-long"));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of(pointer, "format"));
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
