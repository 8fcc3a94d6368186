package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PagesTest {

    private static final Path WEB = Path.of("web");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void bothDictionariesSayTheSameThings() throws IOException {
        var vietnamese = dictionary("vi");
        var english = dictionary("en");

        assertThat(english.fieldNames()).isEqualTo(vietnamese.fieldNames());
        for (var key : vietnamese.fieldNames()) {
            assertThat(vietnamese.getString(key)).as(key).isNotBlank();
            assertThat(english.getString(key)).as(key).isNotBlank();
            assertThat(found(PLACEHOLDER, english.getString(key)))
                    .as(key)
                    .isEqualTo(found(PLACEHOLDER, vietnamese.getString(key)));
        }
    }

    @Test
    void everyTextThatAPageAsksForIsThereAndNoneIsLeftOver() throws IOException {
        var source = String.join("\n", modules().values());
        var asked = found(Pattern.compile("'([a-z][a-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+|[a-z]+)'"), source);
        var families = found(Pattern.compile("`([a-z.]+)\\.\\$\\{"), source);
        var literal = found(Pattern.compile("\\bt\\('([^']+)'"), source);
        var keys = dictionary("vi").fieldNames();

        assertThat(keys).containsAll(literal);
        assertThat(keys.stream()
                        .filter(key -> !asked.contains(key))
                        .filter(key -> families.stream().noneMatch(family -> key.startsWith(family + "."))))
                .isEmpty();
    }

    @Test
    void everyFieldHasALabelAndAnIdOfItsOwn() throws IOException {
        modules().forEach((name, source) -> {
            var inputs = found(Pattern.compile("h\\('(?:input|select|textarea)', \\{[^}]*\\bid: '([^']+)'"), source);
            var labels = found(Pattern.compile("\\bfor: '([^']+)'"), source);
            assertThat(labels).as(name).containsAll(inputs);

            var fields = all(Pattern.compile("\\b(?:field|select)\\('([^']+)', t\\("), source);
            assertThat(fields).as(name).doesNotHaveDuplicates();

            var unnamed = all(Pattern.compile("h\\('((?:input|select|textarea))', \\{(?![^}]*\\bid\\b)"), source);
            assertThat(unnamed).as(name).isEmpty();
        });
    }

    @Test
    void nothingOnAPageCanBecomeScript() throws IOException {
        var all = String.join("\n", modules().values());
        var page = Files.readString(WEB.resolve("index.html"));

        assertThat(all)
                .doesNotContainPattern(
                        "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|localStorage\\.setItem\\((?!KEY)");
        assertThat(all).doesNotContainPattern("style: ");
        assertThat(page).doesNotContainPattern("<script(?! type=\"module\" src=\"/)|\\son\\w+=|\\sstyle=|<style");
        assertThat(all + page).doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
    }

    @Test
    void theTokenIsKeptInMemoryOnly() throws IOException {
        var stored = found(
                Pattern.compile("sessionStorage\\.setItem\\((.*)\\);"),
                String.join("\n", modules().values()));

        assertThat(stored).containsExactly("WAITING, JSON.stringify({ verifier, state, nonce, returnTo })");
    }

    @Test
    void everyModuleThatIsImportedIsThere() throws IOException {
        modules()
                .forEach((name, source) -> assertThat(found(Pattern.compile("from '\\./([^']+)'"), source))
                        .as(name)
                        .allMatch(imported -> Files.exists(WEB.resolve("app").resolve(imported))));
    }

    @Test
    void everyAddressOfAViewIsServed() throws IOException {
        var views = found(Pattern.compile("path: /\\^(.*?)\\$/"), Files.readString(WEB.resolve("app/app.js")));

        assertThat(views)
                .containsExactlyInAnyOrder(
                        "\\/",
                        "\\/record",
                        "\\/record\\/([\\w-]+)",
                        "\\/certificates",
                        "\\/certificates\\/new",
                        "\\/certificates\\/([\\w-]+)",
                        "\\/certificates\\/([\\w-]+)\\/share",
                        "\\/shares\\/([\\w-]+)",
                        "\\/certificate-share",
                        "\\/record-shares",
                        "\\/record-shares\\/new",
                        "\\/health-share",
                        "\\/inbox",
                        "\\/verify");
        assertThat(PortalResource.ADDRESSES)
                .containsExactlyInAnyOrder(
                        "/",
                        "/record",
                        "/record/:id",
                        "/certificates",
                        "/certificates/:id",
                        "/certificates/:id/share",
                        "/shares/:id",
                        "/certificate-share",
                        "/health-share",
                        "/record-shares",
                        "/record-shares/new",
                        "/inbox",
                        "/verify");
    }

    @Test
    void thePageHasItsLandmarksAndItsLanguage() throws IOException {
        assertThat(Files.readString(WEB.resolve("index.html")))
                .contains(
                        "<html lang=\"vi\">",
                        "<header",
                        "<main id=\"main\"",
                        "<footer",
                        "aria-live=\"polite\"",
                        "class=\"skip\" href=\"#main\"",
                        "name=\"viewport\" content=\"width=device-width, initial-scale=1\"");
    }

    @Test
    void textStandsOutFromItsGround() throws IOException {
        var style = Files.readString(WEB.resolve("style.css"));
        var light = colours(style.substring(0, style.indexOf("@media (prefers-color-scheme: dark)")));
        var dark = new TreeMap<>(light);
        dark.putAll(
                colours(style.substring(style.indexOf("@media (prefers-color-scheme: dark)"), style.indexOf("* {"))));

        for (var scheme : List.of(light, dark)) {
            for (var pair : List.of(
                    "ink page",
                    "ink card",
                    "soft page",
                    "soft card",
                    "link page",
                    "link card",
                    "bad bad-page",
                    "good good-page",
                    "due due-page",
                    "unsure unsure-page",
                    "ink bad-page",
                    "ink good-page",
                    "ink unsure-page",
                    "link bad-page",
                    "soft good-page",
                    "soft bad-page",
                    "soft unsure-page",
                    "bad card",
                    "bad page",
                    "on-deep deep",
                    "on-deep deep-2")) {
                var names = pair.split(" ", 2);
                assertThat(contrast(scheme.getOrDefault(names[0], "000"), scheme.getOrDefault(names[1], "000")))
                        .as(pair)
                        .isGreaterThanOrEqualTo(4.5);
            }
            assertThat(contrast(scheme.getOrDefault("field", "000"), scheme.getOrDefault("card", "000")))
                    .isGreaterThanOrEqualTo(3);
        }
    }

    /// WCAG 2.2, 1.4.3.
    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        var hex = colour.length() == 3 ? colour.replaceAll("(.)", "$1$1") : colour;
        var weights = new double[] {0.2126, 0.7152, 0.0722};
        var sum = 0.0;
        for (var i = 0; i < 3; i++) {
            var part = Integer.parseInt(hex, 2 * i, 2 * i + 2, 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }

    private static Map<String, String> colours(String style) {
        var colours = new TreeMap<String, String>();
        Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{3,6});")
                .matcher(style)
                .results()
                .forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    private static JsonObject dictionary(String language) throws IOException {
        return new JsonObject(Files.readString(WEB.resolve("text").resolve(language + ".json")));
    }

    private static Map<String, String> modules() throws IOException {
        var modules = new TreeMap<String, String>();
        try (var files = Files.list(WEB.resolve("app"))) {
            for (var file : files.toList()) {
                modules.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return modules;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return new TreeSet<>(all(pattern, text));
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toList());
    }
}
