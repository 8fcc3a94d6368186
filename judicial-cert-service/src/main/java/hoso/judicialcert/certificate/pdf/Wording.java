package hoso.judicialcert.certificate.pdf;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of a template, by key; `{name}` is a place to be filled.
public record Wording(Map<String, String> texts) {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    public static Wording read(Reader source) {
        try (source) {
            var properties = new Properties();
            properties.load(source);
            return new Wording(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the template says something under a key.
    boolean has(String key) {
        return texts.containsKey(key);
    }

    /// The text of a key, filled with pairs of name and value.
    String text(String key, String... filling) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the template has no text " + key);
        }
        // In one pass: what is filled in is never itself a place to be filled.
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), place.group(), filling)));
    }

    private static String value(String name, String otherwise, String... filling) {
        for (var i = 0; i < filling.length; i += 2) {
            if (filling[i].equals(name)) {
                return filling[i + 1];
            }
        }
        return otherwise;
    }
}
