package hoso.chassis.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Vietnamese text made comparable. Input arrives composed (NFC) from one keyboard and decomposed (NFD) from another,
/// and old registers left marks out: names are compared by their folded key, and shown as they were given.
public final class NameFolding {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private NameFolding() {}

    /// The key to compare by: no marks, `đ` as `d`, lower case, single spaces.
    public static String key(String text) {
        return plain(text).toLowerCase(Locale.ROOT);
    }

    /// Upper-case ASCII, as banks and postal labels take it; what has no ASCII form becomes a space.
    public static String ascii(String text) {
        var upper = plain(text).toUpperCase(Locale.ROOT);
        return SPACES.matcher(upper.replaceAll("[^\\x20-\\x7E]", " "))
                .replaceAll(" ")
                .strip();
    }

    /// Composed (NFC), trimmed, with single spaces: the form in which text is stored and printed.
    public static String tidy(String text) {
        return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    private static String plain(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.replace('đ', 'd').replace('Đ', 'D'))
                .replaceAll(" ")
                .strip();
    }
}
