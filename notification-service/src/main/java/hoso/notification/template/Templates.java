package hoso.notification.template;

import hoso.chassis.text.Placeholders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The templates, read from `templates/v<version>/<NOTICE>.<language>.txt`: first line the subject, then an empty line,
/// then the text with placeholders in braces. A text that was in use is never edited: the folder of a new version holds
/// the texts that change in it, all others go on. The version is stored with each delivery and asked for whenever it is
/// rendered, so that a person always finds the words that were sent.
public final class Templates {
    /// The newest version, which new deliveries get.
    public static final int VERSION = 1;

    private static final Set<String> LANGUAGES = Set.of("vi", "en");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");

    private record Template(String subject, String text) {}

    private record Name(Notice notice, String language) {}

    private final Map<Name, NavigableMap<Integer, Template>> templates = new HashMap<>();

    /// Reads all of them: a missing one is found when the service starts and not when somebody waits for it.
    public Templates() {
        this(VERSION, Templates::resource);
    }

    /// @param newest the last version there is; each text exists at least in version 1
    /// @param files the text of a file by its name, or null when there is none of that name
    Templates(int newest, Function<String, @Nullable String> files) {
        for (var language : LANGUAGES) {
            for (var notice : Notice.values()) {
                var versions = new TreeMap<Integer, Template>();
                for (int version = 1; version <= newest; version++) {
                    var text = files.apply("templates/v" + version + "/" + notice + "." + language + ".txt");
                    if (text != null) {
                        versions.put(version, template(text));
                    }
                }
                if (!versions.containsKey(1)) {
                    throw new IllegalStateException("no template " + notice + "." + language);
                }
                templates.put(new Name(notice, language), versions);
            }
        }
    }

    /// Fills a template. A value is text and nothing else: braces in it stay braces, markup in it stays text.
    ///
    /// @param version the version a delivery was planned with; a newer one than this release knows is rendered with
    ///     the newest text here
    /// @throws IllegalArgumentException when a value is missing
    public Rendered render(Notice notice, int version, Locale language, Map<String, String> values) {
        var template = template(notice, version, language);
        var subject = oneLine(Placeholders.fill(template.subject, values));
        var text = Placeholders.fill(template.text, values);
        return new Rendered(subject, text, html(language, subject, text));
    }

    /// The names a notice needs values for, in its newest text.
    Set<String> placeholders(Notice notice, Locale language) {
        var template = template(notice, VERSION, language);
        return Placeholders.names(template.subject + template.text);
    }

    private Template template(Notice notice, int version, Locale language) {
        var versions = templates.get(new Name(notice, language.getLanguage()));
        var found = versions == null ? null : versions.floorEntry(version);
        if (found == null) {
            throw new IllegalArgumentException("no template " + notice + " " + version + " in " + language);
        }
        return found.getValue();
    }

    private static Template template(String whole) {
        var end = whole.indexOf("\n\n");
        return new Template(whole.substring(0, end), whole.substring(end + 2).strip() + "\n");
    }

    private static @Nullable String resource(String name) {
        try (var in = Templates.class.getClassLoader().getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
