package hoso.judicialcert.request;

import hoso.chassis.personal.Hidden;
import hoso.chassis.problem.FieldError;
import hoso.chassis.problem.Problem;
import hoso.chassis.text.Fold;
import hoso.judicialcert.law.CertificateKind;
import hoso.judicialcert.law.Channel;
import hoso.judicialcert.law.FeeCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the app sends: the interactive e-form less everything the population register already knows.
record RequestBody(
        @Nullable CertificateKind kind,
        @Nullable String purpose,
        boolean banInformation,
        int copies,
        @Nullable Delivery delivery,
        @Nullable FeeCategory feeCategory,
        boolean declared)
        implements Hidden {
    private static final int MAX_PURPOSE = 300;
    private static final int MAX_TEXT = 255;
    private static final int MAX_COPIES = 20;
    private static final Pattern MOBILE = Pattern.compile("(?:0|\\+84)[35789][0-9]{8}");
    private static final Pattern COMMUNE = Pattern.compile("[0-9]{5}");
    private static final Pattern PROVINCE = Pattern.compile("[0-9]{2}");

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
            implements Hidden {
        @Override
        public String toString() {
            return Hidden.mask(this);
        }
    }

    /// The application; what is wrong with it is told all at once.
    Application application() {
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
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors).raise();
        }
        return new Application(
                Objects.requireNonNull(kind),
                Channel.ONLINE,
                Objects.requireNonNullElse(feeCategory, FeeCategory.STANDARD),
                tidy(purpose),
                banInformation,
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
                                tidy(post.text())));
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
        return text == null ? "" : Fold.tidy(text);
    }

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
