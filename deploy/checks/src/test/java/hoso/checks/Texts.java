package hoso.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Every text that a person reads: problems, pages, mails, letters, tables of the law, the off-line verifier. None of
/// them speaks of the protocol, of our parts or of a code; it says whether something was received, and what to do.
final class Texts {

    /// Words of ours and of the protocol. A text that needs one tells the reader nothing.
    private static final List<Pattern> FORBIDDEN = List.of(
            word("idempotency"),
            word("if-match|etag|accept header|content-type|http|https://[a-z.]+/q/"),
            word("bearer|token|access token|mã truy cập"),
            word("header|tiêu đề accept|payload|endpoint|api|json|openapi\\.yaml|yaml"),
            word("mã băm|hàm băm|hash|digest|sha-256|hmac"),
            word("uuid|slug|outbox|relay|dead letter|idempotent|cursor|dấu trang|vé tải|ticket"),
            word("ascii|u\\+0000|null"),
            Pattern.compile("(?iu)\"(?:errors|after|next|at)\""));

    /// A code in capitals. What stands in a claim document of a hospital is called as it is called there.
    private static final Pattern CODE = Pattern.compile("\\b(?!MA_|SO_|NGAY_|STT_)[A-Z]+[0-9]*(?:_[A-Z0-9]+)+\\b");

    /// A rule of the law by its code: `TT16-2025/standard`.
    private static final Pattern RULE = Pattern.compile("\\b[A-Z]+[0-9.]+-[0-9]{4}(?:/[a-z-]+)?\\b");

    /// Facts of a problem that are codes: a person cannot read `{status}`.
    private static final Pattern CODED = Pattern.compile(
            "\\{(?:status|caseStatus|state|rule|reason|kind|category|capacity|waiverClass|standing|textVersion|partner|procedure|at)}");

    private Texts() {}

    private static Pattern word(String words) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])");
    }

    /// What a text says that no person should have to read.
    static List<String> complaints(String name, String text) {
        var complaints = new ArrayList<String>();
        FORBIDDEN.forEach(words -> collect(name, words, text, complaints));
        collect(name, CODE, text, complaints);
        collect(name, RULE, text, complaints);
        return complaints;
    }

    /// The same for the text of a problem, whose placeholders are filled with facts for machines.
    static List<String> complaintsOfProblem(String name, String text) {
        var complaints = new ArrayList<>(complaints(name, text));
        collect(name, CODED, text, complaints);
        return complaints;
    }

    private static void collect(String name, Pattern pattern, String text, List<String> complaints) {
        pattern.matcher(text).results().forEach(found -> complaints.add(name + " speaks of " + found.group()));
    }

    /// Problems of every part: `chassis vi invalid.detail` and what it says.
    static Map<String, String> problems() {
        var texts = new TreeMap<String, String>();
        for (var part : Part.values()) {
            for (var language : List.of("vi", "en")) {
                for (var bundle : List.of("problems_", "chassis-problems_")) {
                    Problems.texts(part.path().resolve("src/main/resources"), bundle + language + ".properties")
                            .forEach((key, text) -> texts.put(part.folder() + " " + language + " " + key, text));
                }
            }
        }
        return texts;
    }

    /// Pages, mails, letters, the verifier's answers and the tables of the law, each text by its place.
    static Map<String, String> others() {
        var texts = new TreeMap<String, String>();
        for (var language : List.of("vi", "en")) {
            var page = Tree.at("gateway/web/text/" + language + ".json");
            for (var text : Json.read(page).properties()) {
                texts.put(Tree.name(page) + " " + text.getKey(), text.getValue().asText());
            }
        }
        Tree.files(Tree.at("notification-service/src/main/resources/templates"), Tree.ending(".txt"))
                .forEach(file -> texts.put(Tree.name(file), Tree.read(file)));
        var law = Tree.at("judicial-cert-service/src/main/resources");
        Tree.files(law.resolve("law/letters"), Tree.ending(".txt"))
                .forEach(file -> texts.put(Tree.name(file), Tree.read(file)));
        Tree.files(law, Tree.ending(".properties")).stream()
                .filter(file -> file.getFileName().toString().startsWith("verifier_"))
                .forEach(file -> properties(file)
                        .forEach((key, text) -> texts.put(Tree.name(file) + " " + key, String.valueOf(text))));
        return texts;
    }

    /// The acts that the rules of a table stand in: `TT16-2025` of `TT16-2025/standard`.
    static Set<String> acts(Path table) {
        var acts = new java.util.TreeSet<String>();
        Tree.read(table)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("rule,"))
                .filter(line -> line.contains("/"))
                .forEach(line -> acts.add(line.substring(0, line.indexOf('/'))));
        return acts;
    }

    /// Which of the acts a page has no words for.
    static List<String> without(Set<String> acts, JsonNode texts) {
        return acts.stream().filter(act -> !texts.has("basis." + act)).toList();
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Tree.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
