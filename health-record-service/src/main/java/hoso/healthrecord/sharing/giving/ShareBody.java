package hoso.healthrecord.sharing.giving;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import hoso.healthrecord.sharing.link.Choice;
import hoso.healthrecord.sharing.link.Flags;
import hoso.healthrecord.sharing.link.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A link as its owner asks for it.
///
/// @param key 32 random bytes in base64url, made by the app for this link alone; it is used and not kept
record ShareBody(
        @Nullable String recipient,
        @Nullable String label,
        @Nullable String key,
        @Nullable Content content,
        @Nullable String passcode,
        @Nullable OffsetDateTime until,
        @Nullable Integer maxUses,
        @Nullable Boolean longTerm,
        @Nullable Boolean direct)
        implements Sensitive {
    private static final int MAX_TEXT = 255;
    private static final int MAX_LABEL = 80;
    private static final int MOST_VISITS = 50;
    private static final int MOST_USES = 100;
    private static final Duration USUAL = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration LONGEST_LONG = Duration.ofDays(365);

    /// What to show; all of it absent is the whole summary.
    record Content(
            @Nullable Boolean summary,
            @Nullable List<@Nullable UUID> visits,
            @Nullable Set<DataKind> kinds,
            @Nullable Set<SensitiveCategory> sensitive)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// @param now what an absent `until` counts from
    MakeShare.Wish wish(Instant now) {
        var errors = new ArrayList<FieldError>();
        if (recipient == null || recipient.isBlank()) {
            errors.add(FieldError.of("/recipient", "required"));
        }
        text(recipient, "/recipient", MAX_TEXT, errors);
        text(label, "/label", MAX_LABEL, errors);
        var bytes = key(key, errors);
        if (passcode != null && !passcode.matches("[0-9]{6,12}")) {
            errors.add(FieldError.of("/passcode", "passcode-format"));
        }
        if (maxUses != null && (maxUses < 1 || maxUses > MOST_USES)) {
            errors.add(FieldError.of("/maxUses", "out-of-bounds"));
        }
        var flags = flags(errors);
        var end = until == null ? now.plus(USUAL) : until.toInstant();
        if (!end.isAfter(now) || end.isAfter(now.plus(flags.longTerm() ? LONGEST_LONG : LONGEST))) {
            errors.add(FieldError.of("/until", flags.longTerm() ? "share-until-long" : "share-until"));
        }
        var choice = choice(errors);
        if (choice.files() == 0) {
            errors.add(FieldError.of("/content", "share-nothing-chosen"));
        }
        if (flags.direct() && choice.files() != 1) {
            errors.add(FieldError.of("/direct", "direct-one-file"));
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        var terms = new Terms(NameFolding.tidy(Objects.requireNonNull(recipient)), tidy(label), choice);
        return new MakeShare.Wish(terms, flags, end, maxUses, bytes);
    }

    /// The 32 bytes of a key, or an error and nothing.
    static byte[] key(@Nullable String key, List<FieldError> errors) {
        try {
            var bytes = Base64.getUrlDecoder().decode(key == null ? "" : key);
            if (key != null && key.length() == 43 && bytes.length == 32) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Told below, as every other key that is none.
        }
        errors.add(FieldError.of("/key", key == null ? "required" : "key-format"));
        return new byte[0];
    }

    private Flags flags(List<FieldError> errors) {
        var isDirect = Boolean.TRUE.equals(direct);
        if (isDirect && passcode != null) {
            errors.add(FieldError.of("/direct", "direct-with-passcode"));
        }
        return new Flags(Boolean.TRUE.equals(longTerm), passcode != null && !isDirect, isDirect);
    }

    private Choice choice(List<FieldError> errors) {
        var visits = new ArrayList<UUID>();
        var named = content == null || content.visits() == null ? List.<@Nullable UUID>of() : content.visits();
        for (int i = 0; i < named.size() && i <= MOST_VISITS; i++) {
            var visit = named.get(i);
            if (visit == null) {
                errors.add(FieldError.of("/content/visits/" + i, "required"));
            } else {
                visits.add(visit);
            }
        }
        if (visits.size() > MOST_VISITS || new HashSet<>(visits).size() < visits.size()) {
            errors.add(FieldError.of("/content/visits", "share-visits"));
        }
        var kinds =
                content == null || content.kinds() == null || content.kinds().isEmpty()
                        ? DataKind.ALL
                        : content.kinds();
        var sensitive =
                content == null || content.sensitive() == null ? Set.<SensitiveCategory>of() : content.sensitive();
        var asked = content == null ? null : content.summary();
        return new Choice(asked == null ? visits.isEmpty() : asked, visits, kinds, sensitive);
    }

    private static void text(@Nullable String value, String pointer, int most, List<FieldError> errors) {
        if (value != null && (value.length() > most || value.chars().anyMatch(Character::isISOControl))) {
            errors.add(FieldError.of(pointer, "too-long"));
        }
    }

    private static @Nullable String tidy(@Nullable String text) {
        return text == null || text.isBlank() ? null : NameFolding.tidy(text);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
