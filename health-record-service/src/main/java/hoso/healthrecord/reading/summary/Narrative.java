package hoso.healthrecord.reading.summary;

import hoso.healthrecord.reading.resource.RecordEntry;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The text of a section, as XHTML that any viewer of summaries shows.
final class Narrative {
    private static final List<String> VIETNAMESE =
            List.of("Nội dung", "Mã", "Chi tiết", "Thời gian", "Trạng thái", "Cơ sở");
    private static final List<String> ENGLISH = List.of("What", "Code", "Details", "When", "Status", "Facility");

    private final Words words;
    private final Locale language;

    Narrative(Words words, Locale language) {
        this.words = words;
        this.language = language;
    }

    private boolean english() {
        return language.equals(Locale.ENGLISH);
    }

    String table(List<RecordEntry> entries) {
        var head = (english() ? ENGLISH : VIETNAMESE)
                .stream().map(title -> "<th>" + title + "</th>").collect(Collectors.joining());
        var rows = entries.stream().map(this::row).collect(Collectors.joining());
        return div("<table><thead><tr>" + head + "</tr></thead><tbody>" + rows + "</tbody></table>");
    }

    private String row(RecordEntry entry) {
        var resource = entry.resource();
        return List.of(
                        words.name(resource),
                        words.code(resource),
                        words.value(resource),
                        words.time(entry),
                        words.status(resource),
                        entry.facility())
                .stream()
                .map(cell -> "<td>" + escaped(cell) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    String text(String text) {
        return div("<p>" + escaped(text) + "</p>");
    }

    private String div(String content) {
        var tag = english() ? "en" : "vi";
        return "<div xmlns=\"http://www.w3.org/1999/xhtml\" xml:lang=\"" + tag + "\" lang=\"" + tag + "\">" + content
                + "</div>";
    }

    /// Control characters may not stand in XML at all, escaped or not.
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
