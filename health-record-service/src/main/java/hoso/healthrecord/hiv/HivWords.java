package hoso.healthrecord.hiv;

import hoso.chassis.text.NameFolding;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words and drug names of `hiv/words.tsv` and `hiv/drugs.tsv`. A text is cut into words, and only the lines that
/// one of its words calls up are tried: most texts call up none.
final class HivWords {
    /// A run this long without a blank is no word of any language but encoded bytes, whose letters mean nothing.
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/=_-]{60,}+");

    private static final int SHORTEST_BEGINNING = 3;

    private final Map<String, List<Line>> words = new HashMap<>();
    private final Map<String, List<Line>> beginnings = new HashMap<>();
    private final Map<String, List<Line>> endings = new HashMap<>();

    /// One line of the file.
    private record Line(@Nullable Pattern pattern, @Nullable Pattern lookAlikes, boolean raw) {

        boolean speaks(String written, String folded, String word) {
            var text = raw ? written : folded;
            var rest = lookAlikes == null ? text : lookAlikes.matcher(text).replaceAll(" ");
            return pattern == null ? rest.contains(word) : pattern.matcher(rest).find();
        }
    }

    HivWords(Iterable<String> lines) {
        for (var line : lines) {
            var parts = line.split("\t", -1);
            var raw = parts.length > 3 && parts[3].equals("raw");
            for (var trigger : parts[0].split(",", -1)) {
                var read = new Line(pattern(parts, 1), pattern(parts, 2), raw);
                if (trigger.endsWith("*")) {
                    add(beginnings, trigger.substring(0, trigger.length() - 1), read);
                } else if (trigger.startsWith("*")) {
                    add(endings, trigger.substring(1), read);
                } else {
                    add(words, trigger, read);
                }
            }
        }
    }

    private static @Nullable Pattern pattern(String[] parts, int index) {
        return parts.length > index && !parts[index].isEmpty() ? Pattern.compile(parts[index]) : null;
    }

    private static void add(Map<String, List<Line>> lines, String trigger, Line line) {
        lines.computeIfAbsent(trigger, _ -> new ArrayList<>()).add(line);
    }

    boolean speak(String text) {
        var written = written(text);
        var folded = NameFolding.key(written);
        for (int from = 0, at = 0; at <= folded.length(); at++) {
            if (at == folded.length() || !Character.isLetterOrDigit(folded.charAt(at))) {
                if (at > from && called(written, folded, folded.substring(from, at))) {
                    return true;
                }
                from = at + 1;
            }
        }
        return false;
    }

    private static String written(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC).replace('_', ' ');
        return ENCODED.matcher(composed).replaceAll(" ");
    }

    private boolean called(String written, String folded, String word) {
        if (speaks(words.get(word), written, folded, word)) {
            return true;
        }
        for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
            if (speaks(beginnings.get(word.substring(0, length)), written, folded, word)
                    || speaks(endings.get(word.substring(word.length() - length)), written, folded, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean speaks(@Nullable List<Line> lines, String written, String folded, String word) {
        if (lines != null) {
            for (var line : lines) {
                if (line.speaks(written, folded, word)) {
                    return true;
                }
            }
        }
        return false;
    }
}
