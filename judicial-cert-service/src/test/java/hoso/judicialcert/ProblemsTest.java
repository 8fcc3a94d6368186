package hoso.judicialcert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class ProblemsTest {
    private static final Pattern SLUG =
            Pattern.compile("(?:Problem\\.of\\(\\s*[0-9]{3},\\s*|conflict\\()\"([a-z-]+)\"");
    private static final Pattern HEADING = Pattern.compile("(?m)^## ([a-z-]+)$");

    @Test
    void everyProblemInTheCodeIsDescribed() throws IOException {
        assertThat(headings()).containsAll(slugs());
    }

    @Test
    void everyProblemOfOursHasWordsInBothLanguages() throws IOException {
        var texts = Files.readString(Path.of("contract/problems.md"));
        var ours = found(HEADING, texts.substring(0, texts.indexOf("# Problems that every service")));
        ours.remove("invalid");

        for (var language : new String[] {"vi", "en"}) {
            var words = new Properties();
            try (var source =
                    Files.newBufferedReader(Path.of("src/main/resources/problems_" + language + ".properties"))) {
                words.load(source);
            }
            assertThat(ours)
                    .allSatisfy(slug ->
                            assertThat(words.stringPropertyNames()).contains(slug + ".title", slug + ".detail"));
        }
    }

    private static Set<String> headings() throws IOException {
        return found(HEADING, Files.readString(Path.of("contract/problems.md")));
    }

    private static Set<String> slugs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            var slugs = new TreeSet<String>();
            for (var file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                slugs.addAll(found(SLUG, Files.readString(file)));
            }
            return slugs;
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult one) -> one.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
