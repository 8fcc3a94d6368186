package hoso.judicialcert.certificate.pdf;

import hoso.judicialcert.certificate.pdf.Sheet.Ink;
import hoso.judicialcert.law.SpelledDate;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the sections of a certificate are written with: the sheet, the words of the template, and three faces.
record Lettering(Wording wording, Sheet sheet, Fonts.Set fonts) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /// A line with its name.
    void field(String key, String value, @Nullable String english) {
        sheet.down(2.5f);
        sheet.paragraph(regular(12), wording.text(key) + ": " + value, 0);
        sheet.paragraph(italic(8.5f), wording.text(key + ".en") + (english == null ? "" : ": " + english), 14);
    }

    /// The name of what follows.
    void heading(String key) {
        sheet.need(60);
        sheet.down(2.5f);
        sheet.paragraph(regular(12), wording.text(key) + ":", 0);
        sheet.paragraph(italic(8.5f), wording.text(key + ".en") + ":", 14);
    }

    /// Whether the template has words for it.
    boolean has(String key) {
        return wording.has(key);
    }

    /// The words of the template, filled in.
    ///
    /// @param parts names and values by turns
    String text(String key, String... parts) {
        return wording.text(key, parts);
    }

    /// The same with a date that is spelled out.
    String spelled(String key, LocalDate on, String... more) {
        var date = new SpelledDate(on);
        var parts = Stream.of("day", date.day(), "month", date.month(), "year", date.year());
        return wording.text(key, Stream.concat(parts, Arrays.stream(more)).toArray(String[]::new));
    }

    /// What is missing is `//`.
    String orAbsent(@Nullable String value) {
        return value == null || value.isBlank() ? wording.text("absent") : value;
    }

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    Ink regular(float size) {
        return new Ink(fonts.regular(), size);
    }

    Ink bold(float size) {
        return new Ink(fonts.bold(), size);
    }

    Ink italic(float size) {
        return new Ink(fonts.italic(), size);
    }
}
