package hoso.chassis.problem;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

/// Sentences for people, by key and language: the service's own bundle `problems` first, then the chassis's.
/// A placeholder is a member's name in braces.
public final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /// The sentence, or empty when neither bundle has it.
    public static Optional<String> find(String key, Locale language, Map<String, ?> members) {
        return text("problems", key, language)
                .or(() -> text("chassis-problems", key, language))
                .map(text -> fill(text, members));
    }

    private static Optional<String> text(String bundle, String key, Locale language) {
        try {
            var loader = Thread.currentThread().getContextClassLoader();
            return Optional.of(ResourceBundle.getBundle(bundle, language, loader, NO_FALLBACK)
                    .getString(key));
        } catch (MissingResourceException _) {
            return Optional.empty();
        }
    }

    private static String fill(String text, Map<String, ?> members) {
        var filled = text;
        for (var member : members.entrySet()) {
            filled = filled.replace("{" + member.getKey() + "}", String.valueOf(member.getValue()));
        }
        return filled;
    }
}
