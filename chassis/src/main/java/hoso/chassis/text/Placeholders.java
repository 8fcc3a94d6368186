package hoso.chassis.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Fills `{name}` in texts that people read.
public final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<name>[a-zA-Z]+)}");

    private Placeholders() {}

    /// Fills a template in one pass. A value is text and nothing else: braces in it stay braces.
    ///
    /// @throws IllegalArgumentException when the template wants a value that is not there
    public static String fill(String template, Map<String, String> values) {
        var filled = new StringBuilder();
        var placeholders = PLACEHOLDER.matcher(template);
        while (placeholders.find()) {
            var value = values.get(placeholders.group("name"));
            if (value == null) {
                throw new IllegalArgumentException("no value of " + placeholders.group("name"));
            }
            placeholders.appendReplacement(filled, "");
            filled.append(value);
        }
        return placeholders.appendTail(filled).toString();
    }

    /// The names a template wants values for.
    public static Set<String> names(String template) {
        var names = new TreeSet<String>();
        PLACEHOLDER.matcher(template).results().forEach(found -> names.add(found.group("name")));
        return names;
    }
}
