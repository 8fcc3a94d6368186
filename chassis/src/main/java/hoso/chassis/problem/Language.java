package hoso.chassis.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The two languages of the system. Vietnamese unless the caller prefers English.
public final class Language {
    public static final Locale VIETNAMESE = Locale.of("vi");
    private static final List<Locale> KNOWN = List.of(VIETNAMESE, Locale.ENGLISH);

    private Language() {}

    /// The language of an `Accept-Language` header (RFC 9110); absent or unreadable means Vietnamese.
    public static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return VIETNAMESE;
        }
        try {
            var wanted = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), KNOWN);
            return wanted == null ? VIETNAMESE : wanted;
        } catch (IllegalArgumentException _) {
            return VIETNAMESE;
        }
    }
}
