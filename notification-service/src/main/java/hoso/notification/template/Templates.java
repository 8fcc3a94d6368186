package hoso.notification.template;

import hoso.chassis.text.Placeholders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The templates, read from `templates/v<version>/<NOTICE>.<language>.txt`: first line the subject, then an empty line,
/// then the text with placeholders in braces. The version is told with each delivery, so that one can say later what
/// was sent; a text that was in use is never edited, it gets a new version.
public final class Templates {
    public static final int VERSION = 1;
    private static final Set<String> LANGUAGES = Set.of("vi", "en");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");

    private record Template(String subject, String text) {}

    private final Map<String, Map<Notice, Template>> templates = new HashMap<>();

    /// Reads all of them: a missing one is found when the service starts and not when somebody waits for it.
    public Templates() {
        for (var language : LANGUAGES) {
            var texts = new EnumMap<Notice, Template>(Notice.class);
            for (var notice : Notice.values()) {
                texts.put(notice, read(notice, language));
            }
            templates.put(language, texts);
        }
    }

    /// Fills a template. A value is text and nothing else: braces in it stay braces, markup in it stays text.
    ///
    /// @throws IllegalArgumentException when a value is missing
    public Rendered render(Notice notice, Locale language, Map<String, String> values) {
        var template = template(notice, language);
        var subject = oneLine(Placeholders.fill(template.subject, values));
        var text = Placeholders.fill(template.text, values);
        return new Rendered(subject, text, html(language, subject, text));
    }

    /// The names a notice needs values for.
    Set<String> placeholders(Notice notice, Locale language) {
        var template = template(notice, language);
        return Placeholders.names(template.subject + template.text);
    }

    private Template template(Notice notice, Locale language) {
        var texts = templates.getOrDefault(language.getLanguage(), Map.of());
        var template = texts.get(notice);
        if (template == null) {
            throw new IllegalArgumentException("no template " + notice + " in " + language);
        }
        return template;
    }

    private static Template read(Notice notice, String language) {
        var name = "templates/v" + VERSION + "/" + notice + "." + language + ".txt";
        try (var in = Templates.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no template " + name);
            }
            var whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var end = whole.indexOf("\n\n");
            return new Template(
                    whole.substring(0, end), whole.substring(end + 2).strip() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static String html(Locale language, String subject, String text) {
        var body = new StringBuilder();
        for (var paragraph : text.strip().split("\n\n")) {
            body.append("<p>")
                    .append(links(escape(paragraph)).replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
        return """
                <!doctype html>
                <html lang="%s">
                <head><meta charset="utf-8"><title>%s</title></head>
                <body>
                %s</body>
                </html>
                """.formatted(language.getLanguage(), escape(subject), body);
    }

    private static String links(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
