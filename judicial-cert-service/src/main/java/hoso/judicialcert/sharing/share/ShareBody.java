package hoso.judicialcert.sharing.share;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.person.CertificateId;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A share as a holder asks for it.
record ShareBody(
        @Nullable UUID certificateId,
        @Nullable String purpose,
        @Nullable String recipient,
        @Nullable String organisation,
        @Nullable OffsetDateTime until,
        @Nullable Integer maxUses,
        @Nullable String passcode)
        implements Sensitive {
    static final int MAX_TEXT = 255;
    private static final String PASSCODE = "[0-9]{6,12}";

    MakeShare.Wish wish() {
        var errors = new ArrayList<FieldError>();
        if (certificateId == null) {
            errors.add(FieldError.of("/certificateId", "required"));
        }
        required(purpose, "/purpose", errors);
        required(recipient, "/recipient", errors);
        bounded(organisation, "/organisation", errors);
        if (passcode != null && !passcode.matches(PASSCODE)) {
            errors.add(FieldError.of("/passcode", "format"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new MakeShare.Wish(
                new CertificateId(Objects.requireNonNull(certificateId)),
                new ShareIntent(
                        NameFolding.tidy(Objects.requireNonNull(purpose)),
                        NameFolding.tidy(Objects.requireNonNull(recipient)),
                        tidy(organisation)),
                until == null ? null : until.toInstant(),
                maxUses,
                passcode);
    }

    /// The same wish without the passcode: what tells whether it is the same one.
    ShareBody withPasscode(@Nullable String trace) {
        return new ShareBody(certificateId, purpose, recipient, organisation, until, maxUses, trace);
    }

    static void required(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(pointer, "required"));
        }
        bounded(value, pointer, errors);
    }

    static void bounded(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value != null && value.length() > MAX_TEXT) {
            errors.add(FieldError.of(pointer, "too-long"));
        } else if (value != null && value.chars().anyMatch(Character::isISOControl)) {
            errors.add(FieldError.of(pointer, "format"));
        }
    }

    static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : NameFolding.tidy(text);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
