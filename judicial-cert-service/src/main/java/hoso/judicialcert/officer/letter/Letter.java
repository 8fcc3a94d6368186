package hoso.judicialcert.officer.letter;

import hoso.chassis.personal.Sensitive;
import hoso.chassis.text.Placeholders;
import hoso.judicialcert.law.LetterKind;
import java.time.Instant;
import java.util.Map;

/// A letter to whoever filed a dossier, ready to be printed.
record Letter(LetterKind kind, String dossierCode, String title, String text, Instant writtenAt) implements Sensitive {
    /// Fills a template: first line the title, then an empty line, then the text. A value is text and nothing else:
    /// braces in it stay braces.
    static Letter of(LetterKind kind, String dossierCode, String template, Map<String, String> values, Instant at) {
        var end = template.indexOf("\n\n");
        return new Letter(
                kind,
                dossierCode,
                template.substring(0, end).strip(),
                Placeholders.fill(template.substring(end).strip(), values),
                at);
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
