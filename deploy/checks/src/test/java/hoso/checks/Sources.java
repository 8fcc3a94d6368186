package hoso.checks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Rules for the text of source files.
final class Sources {
    static final int LINES = 300;

    /// The formatter cuts a doc line that is longer.
    static final int WIDTH = 120;

    private static final Pattern DOC = Pattern.compile("( *)/// (.*)");
    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final Pattern MACHINES_DATE =
            Pattern.compile("\\b(?:Instant|Local\\w+|Zoned\\w+|Offset\\w+|Year\\w*)\\.now\\((?!TestClock|[a-z])[^\\n]*"
                    + "|\\bClock\\.system[^\\n]*|\\bcurrentTimeMillis\\([^\\n]*|\\bnew Date\\(\\)[^\\n]*");

    /// What begins a line of its own: a list, a table, a heading, a tag, a quotation.
    private static final Pattern OWN_LINE = Pattern.compile("([-*+|#>@`]|\\d+\\.|<).*");

    private Sources() {}

    /// Sources of what runs in production and of the tools, without tests.
    static Stream<Path> main() {
        return Tree.files(file -> Tree.name(file).matches(".*/src/main/java/.*\\.java")).stream();
    }

    static Stream<Path> all() {
        return Tree.files(file -> Tree.name(file).matches(".*/src/(main|test)/java/(?!wrong/).*\\.java")).stream();
    }

    /// Tests, without those of these rules, which speak of it.
    static Stream<Path> tests() {
        return Tree.files(file -> Tree.name(file).matches("(?!deploy/checks/).*/src/test/java/.*\\.java")).stream();
    }

    /// Where a source asks the machine for the date, which is another one tomorrow.
    static List<String> readingTheMachinesDate(String source) {
        return MACHINES_DATE.matcher(source).results().map(MatchResult::group).toList();
    }

    static long lines(Path file) {
        return Tree.read(file).lines().count();
    }

    /// Doc lines that do not fit, and lines of a paragraph that end although the next word has room: the rest of a line
    /// that the formatter cut.
    static List<String> brokenDocs(String source) {
        var lines = source.lines().toList();
        var broken = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            var line = DOC.matcher(lines.get(i));
            if (!line.matches()) {
                continue;
            }
            if (lines.get(i).length() > WIDTH && line.group(2).strip().contains(" ")) {
                broken.add(lines.get(i).strip());
            } else if (i > 0 && i + 1 < lines.size() && isRest(lines.get(i - 1), lines.get(i), lines.get(i + 1))) {
                broken.add(lines.get(i).strip());
            }
        }
        return broken;
    }

    /// A line is the rest of one that was cut when its first word had no room on the line before, although the next
    /// line goes on with a word that has room on it.
    private static boolean isRest(String before, String line, String after) {
        return isText(before)
                && isText(line)
                && isText(after)
                && before.length() + 1 + firstWord(line).length() > WIDTH
                && line.strip().length() < WIDTH / 2
                && !line.strip().matches(".*[.:;?!,]")
                && line.length() + 1 + firstWord(after).length() <= WIDTH;
    }

    private static boolean isText(String line) {
        var doc = DOC.matcher(line);
        return doc.matches()
                && !doc.group(2).isBlank()
                && !OWN_LINE.matcher(doc.group(2)).matches();
    }

    private static String firstWord(String line) {
        var text = DOC.matcher(line);
        if (!text.matches()) {
            return "";
        }
        var word = WORD.matcher(text.group(2));
        return word.find() ? word.group() : "";
    }
}
