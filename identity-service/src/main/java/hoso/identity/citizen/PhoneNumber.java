package hoso.identity.citizen;

import hoso.chassis.personal.Sensitive;
import java.util.Optional;
import java.util.regex.Pattern;

/// A Vietnamese telephone number, kept as E.164 (`+84` and 9 digits of a mobile, 10 of a landline).
record PhoneNumber(String e164) implements Sensitive {
    private static final Pattern SEPARATORS = Pattern.compile("[ .\\-]");
    private static final Pattern MOBILE = Pattern.compile("0[35789][0-9]{8}");
    private static final Pattern LANDLINE = Pattern.compile("02[0-9]{9}");
    private static final int MAX_GIVEN = 24;

    /// Reads the national form `0xxx xxx xxx` or the international one `+84…`, with spaces, dots or dashes.
    static Optional<PhoneNumber> read(String given) {
        if (given.length() > MAX_GIVEN) {
            return Optional.empty();
        }
        var bare = SEPARATORS.matcher(given).replaceAll("");
        var national = bare.startsWith("+84") ? "0" + bare.substring(3) : bare;
        return MOBILE.matcher(national).matches() || LANDLINE.matcher(national).matches()
                ? Optional.of(new PhoneNumber("+84" + national.substring(1)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
