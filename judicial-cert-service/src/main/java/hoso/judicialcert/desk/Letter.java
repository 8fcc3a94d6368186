package hoso.judicialcert.desk;

import hoso.chassis.personal.Hidden;
import hoso.judicialcert.law.LetterKind;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/// A letter to whoever filed a dossier, ready to be printed.
record Letter(LetterKind kind, String dossierCode, String title, String text, Instant writtenAt) implements Hidden {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<name>[a-zA-Z]+)}");

    /// Fills a template: first line the title, then an empty line, then the text. A value is text and nothing else:
    /// braces in it stay braces.
    static Letter of(LetterKind kind, String dossierCode, String template, Map<String, String> values, Instant at) {
        var end = template.indexOf("\n\n");
        return new Letter(
                kind,
                dossierCode,
                template.substring(0, end).strip(),
                fill(template.substring(end).strip(), values),
                at);
    }

    private static String fill(String template, Map<String, String> values) {
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

    @Override
    public String toString() {
        return Hidden.mask(this);
    }
}
