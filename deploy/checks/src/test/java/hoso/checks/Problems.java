package hoso.checks;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is promised of refusals: each has a heading, and a title and a detail in both languages.
final class Problems {
    private static final Pattern CALL =
            Pattern.compile("\\bProblem\\s*\\.of\\(\\s*\\d{3},\\s*(?:\"(?<slug>[^\"]+)\"|(?<variable>\\w+))");
    private static final Pattern KEBAB = Pattern.compile("\"(?<slug>[a-z0-9]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (?<slug>[a-z0-9]+(?:-[a-z0-9]+)*)$");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?<name>\\w+)}");

    private Problems() {}

    /// Slugs in a source: those given to `Problem.of`, and, where one is given as a variable, every literal of the file
    /// that has the form of a slug.
    static Set<String> slugs(String source) {
        var slugs = new TreeSet<String>();
        var isVariable = new boolean[1];
        CALL.matcher(source).results().forEach(call -> {
            if (call.group("slug") == null) {
                isVariable[0] = true;
            } else {
                slugs.add(call.group("slug"));
            }
        });
        if (isVariable[0]) {
            KEBAB.matcher(source).results().forEach(literal -> slugs.add(literal.group("slug")));
        }
        return slugs;
    }

    static Set<String> headings(String markdown) {
        return HEADING.matcher(markdown)
                .results()
                .map(heading -> heading.group("slug"))
                .collect(Collectors.toSet());
    }

    /// Slugs of a bundle.
    static Set<String> titles(Map<String, String> texts) {
        return texts.keySet().stream()
                .filter(key -> key.endsWith(".title"))
                .map(key -> key.substring(0, key.length() - ".title".length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> complaints(
            Set<String> slugs, Set<String> headings, Map<String, String> vi, Map<String, String> en) {
        var complaints = new ArrayList<String>();
        for (var slug : slugs) {
            if (!headings.contains(slug)) {
                complaints.add(slug + " has no heading in problems.md");
            }
            for (var key : List.of(slug + ".title", slug + ".detail")) {
                if (!vi.containsKey(key)) {
                    complaints.add(key + " is missing in Vietnamese");
                }
                if (!en.containsKey(key)) {
                    complaints.add(key + " is missing in English");
                }
            }
        }
        for (var key : vi.keySet()) {
            if (!placeholders(vi.get(key)).equals(placeholders(en.getOrDefault(key, "")))) {
                complaints.add(key + " tells other facts in English than in Vietnamese");
            }
        }
        for (var key : en.keySet()) {
            if (!vi.containsKey(key)) {
                complaints.add(key + " is missing in Vietnamese");
            }
        }
        return complaints;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group("name"))
                .collect(Collectors.toSet());
    }

    /// The texts in one language, empty when there is no such file.
    static Map<String, String> texts(Path resources, String bundle) {
        var file = resources.resolve(bundle);
        if (!Files.exists(file)) {
            return Map.of();
        }
        var properties = new Properties();
        try {
            properties.load(new StringReader(Tree.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }
}
