package hoso.judicialcert.certificate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// The words of a template, by key; `{name}` is a place to be filled.
record Wording(Map<String, String> texts) {

    static Wording read(Reader source) {
        try (source) {
            var properties = new Properties();
            properties.load(source);
            return new Wording(properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The text of a key, filled with pairs of name and value.
    String text(String key, String... filling) {
        var text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("the template has no text " + key);
        }
        for (var i = 0; i < filling.length; i += 2) {
            text = text.replace("{" + filling[i] + "}", filling[i + 1]);
        }
        return text;
    }
}
