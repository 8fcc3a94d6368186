package hoso.judicialcert.request.filing;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.NameFolding;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import hoso.judicialcert.person.Dependant;
import hoso.judicialcert.person.Relation;
import hoso.judicialcert.request.lifecycle.Application;
import hoso.judicialcert.request.lifecycle.Recipient;
import hoso.judicialcert.request.lifecycle.WaiverClaim;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the app sends: the interactive e-form less everything the population register already knows.
public record RequestBody(
        @Nullable CertificateKind kind,
        @Nullable String purpose,
        boolean banInformation,
        boolean livedElsewhere,
        int copies,
        @Nullable Delivery delivery,
        @Nullable FeeCategory feeCategory,
        @Nullable Waiver waiver,
        @Nullable About about,
        boolean declared)
        implements Sensitive {
    private static final int MAX_PURPOSE = 300;
    private static final int MAX_TEXT = 255;
    private static final int MAX_COPIES = 20;
    private static final int MAX_FILES = 10;
    private static final Pattern WAIVER_CLASS = Pattern.compile("[A-Z_]{1,40}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{12}");
    private static final Pattern MOBILE = Pattern.compile("(?:0|\\+84)[35789][0-9]{8}");
    private static final Pattern COMMUNE = Pattern.compile("[0-9]{5}");
    private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");

    /// Why less should be paid.
    record Waiver(@Nullable String waiverClass, @Nullable List<UUID> evidence) {}

    /// Whom it is about, if not the one who asks.
    ///
    /// @param relation what that person is to the one who asks
    record About(
            @Nullable Relation relation,
            @Nullable String personalNumber,
            @Nullable String fullName,
            @Nullable LocalDate birthDate)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Where the result is to go beside the app.
    record Delivery(boolean email, @Nullable Post post) {}

    /// A postal address as typed.
    record Post(
            @Nullable String recipient,
            @Nullable String phone,
            @Nullable String line,
            @Nullable String communeCode,
            @Nullable String provinceCode,
            @Nullable String text)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// The application; what is wrong with it is told all at once.
    Application application(Channel channel) {
        return application(channel, "");
    }

    /// The same where the form is a part of what was sent.
    ///
    /// @param at where it stands there
    public Application application(Channel channel, String at) {
        var errors = new ArrayList<FieldError>();
        require(kind != null, "/kind", "required", errors);
        text(purpose, "/purpose", MAX_PURPOSE, errors);
        require(declared, "/declared", "declaration-missing", errors);
        require(delivery != null, "/delivery", "required", errors);
        var post = delivery == null ? null : delivery.post();
        if (post != null) {
            require(copies >= 1 && copies <= MAX_COPIES, "/copies", "copies-out-of-range", errors);
            check(post, errors);
        } else {
            require(copies >= 0 && copies <= MAX_COPIES, "/copies", "copies-out-of-range", errors);
        }
        check(waiver, errors);
        check(about, errors);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors.stream()
                            .map(error -> FieldError.of(at + error.pointer(), error.code()))
                            .toList())
                    .raise();
        }
        return new Application(
                Objects.requireNonNull(kind),
                channel,
                Objects.requireNonNullElse(feeCategory, FeeCategory.STANDARD),
                claim(),
                tidy(purpose),
                banInformation,
                livedElsewhere,
                copies,
                Objects.requireNonNull(delivery).email(),
                post == null
                        ? null
                        : new Recipient(
                                tidy(post.recipient()),
                                tidy(post.phone()),
                                tidy(post.line()),
                                tidy(post.communeCode()),
                                tidy(post.provinceCode()),
                                tidy(post.text())),
                null);
    }

    /// Whether it names somebody else than the one who asks.
    public boolean namesAnother() {
        return about != null;
    }

    /// Whom it is about; empty when it is the one who asks.
    Optional<Dependant> dependant() {
        return about == null
                ? Optional.empty()
                : Optional.of(new Dependant(
                        Objects.requireNonNull(about.relation()),
                        Objects.requireNonNull(about.personalNumber()),
                        tidy(about.fullName()),
                        Objects.requireNonNull(about.birthDate())));
    }

    private @Nullable WaiverClaim claim() {
        return waiver == null
                ? null
                : new WaiverClaim(
                        Objects.requireNonNull(waiver.waiverClass()),
                        Objects.requireNonNullElse(waiver.evidence(), List.of()));
    }

    private static void check(@Nullable Waiver waiver, List<FieldError> errors) {
        if (waiver != null) {
            matches(waiver.waiverClass(), WAIVER_CLASS, "/waiver/waiverClass", errors);
            var files = Objects.requireNonNullElse(waiver.evidence(), List.<UUID>of());
            require(files.size() <= MAX_FILES, "/waiver/evidence", "too-many", errors);
            require(files.stream().noneMatch(Objects::isNull), "/waiver/evidence", "required", errors);
        }
    }

    private static void check(@Nullable About about, List<FieldError> errors) {
        if (about != null) {
            require(about.relation() != null, "/about/relation", "required", errors);
            matches(about.personalNumber(), NUMBER, "/about/personalNumber", errors);
            text(about.fullName(), "/about/fullName", MAX_TEXT, errors);
            require(about.birthDate() != null, "/about/birthDate", "required", errors);
        }
    }

    private static void check(Post post, List<FieldError> errors) {
        text(post.recipient(), "/delivery/post/recipient", MAX_TEXT, errors);
        text(post.line(), "/delivery/post/line", MAX_TEXT, errors);
        text(post.text(), "/delivery/post/text", MAX_TEXT * 2, errors);
        matches(post.phone(), MOBILE, "/delivery/post/phone", errors);
        matches(post.communeCode(), COMMUNE, "/delivery/post/communeCode", errors);
        matches(post.provinceCode(), PROVINCE, "/delivery/post/provinceCode", errors);
    }

    private static void text(@Nullable String value, String pointer, int max, List<FieldError> errors) {
        require(value != null && !value.isBlank(), pointer, "required", errors);
        require(value == null || value.length() <= max, pointer, "too-long", errors);
        require(value == null || value.chars().noneMatch(Character::isISOControl), pointer, "format", errors);
    }

    private static void matches(@Nullable String value, Pattern form, String pointer, List<FieldError> errors) {
        require(value != null && !value.isBlank(), pointer, "required", errors);
        require(value == null || value.isBlank() || form.matcher(value.strip()).matches(), pointer, "format", errors);
    }

    private static void require(boolean holds, String pointer, String code, List<FieldError> errors) {
        if (!holds) {
            errors.add(FieldError.of(pointer, code));
        }
    }

    private static String tidy(@Nullable String text) {
        return text == null ? "" : NameFolding.tidy(text);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
