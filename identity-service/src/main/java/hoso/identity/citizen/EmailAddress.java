package hoso.identity.citizen;

import hoso.chassis.personal.Sensitive;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address that is safe to put on an envelope: one address, no line breaks, no quoting, at most 254
/// characters (RFC 5321). An international domain is kept in its ASCII form, so that `hồsơ.vn` and a look-alike of it
/// in another script are visibly not the same.
record EmailAddress(String text) implements Sensitive {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    // ASCII only: few mail servers on the way take anything else before the @ (RFC 6531 is an option, not a rule).
    private static final Pattern LOCAL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /// The address, or empty if the text is none that mail can be sent to.
    static Optional<EmailAddress> read(String given) {
        var at = given.lastIndexOf('@');
        if (at < 1 || given.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var local = given.substring(0, at);
        if (local.length() > MAX_LOCAL || !LOCAL.matcher(local).matches()) {
            return Optional.empty();
        }
        return domain(given.substring(at + 1))
                .map(domain -> local + "@" + domain)
                .filter(text -> text.length() <= MAX_LENGTH)
                .map(EmailAddress::new);
    }

    private static Optional<String> domain(String given) {
        // IDN.toASCII would drop invisible characters silently, and two different texts would become one address.
        if (given.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            return Optional.empty();
        }
        try {
            var ascii = IDN.toASCII(given, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            var labels = ascii.split("\\.", -1);
            if (labels.length < 2) {
                return Optional.empty();
            }
            for (var label : labels) {
                if (!LABEL.matcher(label).matches()) {
                    return Optional.empty();
                }
            }
            return labels[labels.length - 1].chars().allMatch(Character::isDigit)
                    ? Optional.empty()
                    : Optional.of(ascii);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
