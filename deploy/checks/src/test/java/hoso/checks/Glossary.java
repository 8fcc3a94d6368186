package hoso.checks;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of the business, as `deploy/docs/glossary.md` lists them: the last column of each table names
/// them in code.
final class Glossary {
    private static final Pattern ROW = Pattern.compile("(?m)^\\|(?:[^|\\n]*\\|)+?\\s*(?<code>`[^|\\n]*)\\|\\s*$");
    private static final Pattern NAME = Pattern.compile("`(?<name>[A-Za-z_]+)[^`]*`");

    /// A claim of every access token, so that the chassis can refuse by it without knowing what it is a level of.
    private static final Set<String> SAID_BY_TOKENS = Set.of("AccountLevel");

    /// Values whose form the law lays down for every service alike; the chassis reads them, and knows nothing of whose
    /// they are.
    private static final Set<String> READ_BY_ALL = Set.of("PersonalNumber");

    private Glossary() {}

    static Set<String> names() {
        return ROW.matcher(Tree.read(Tree.at("deploy/docs/glossary.md")))
                .results()
                .flatMap(row -> NAME.matcher(row.group("code")).results())
                .map(name -> name.group("name"))
                .filter(name -> Character.isUpperCase(name.charAt(0)) && !name.equals(name.toUpperCase(Locale.ROOT)))
                .filter(name -> !SAID_BY_TOKENS.contains(name) && !READ_BY_ALL.contains(name))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a name in code holds the word, at word borders: `certificateOf` and `CERTIFICATE` hold `Certificate`.
    static boolean says(String name, String word) {
        var spaced = " " + words(name) + " ";
        return spaced.contains(" " + words(word) + " ") || spaced.contains(" " + words(word) + "s ");
    }

    private static String words(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .replaceAll("[_$.-]+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
