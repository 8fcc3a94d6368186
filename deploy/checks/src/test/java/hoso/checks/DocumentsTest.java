package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class DocumentsTest {

    private static Map<String, List<String>> complaints(List<Path> files, Function<String, List<String>> check) {
        var complaints = new TreeMap<String, List<String>>();
        files.forEach(file -> {
            var found = check.apply(Tree.read(file));
            if (!found.isEmpty()) {
                complaints.put(Tree.name(file), found);
            }
        });
        return complaints;
    }

    @Test
    void everyLinkLeadsSomewhere() {
        var dead = new TreeMap<String, List<String>>();
        for (var file : Tree.files(Tree.ending(".md"))) {
            var found = Documents.deadLinks(file, Tree.read(file));
            if (!found.isEmpty()) {
                dead.put(Tree.name(file), found);
            }
        }

        assertThat(dead).isEmpty();
    }

    @Test
    void aDeadLinkIsFound() {
        var file = Tree.at("README.md");

        assertThat(Documents.deadLinks(file, "[a](pom.xml) [b](nowhere/c.md#d) `[e](f)` <https://g.example>"))
                .containsExactly("leads to nowhere/c.md, which is not there");
    }

    static Stream<Part> promising() {
        return Part.promising();
    }

    @ParameterizedTest
    @MethodSource("promising")
    void everyServiceTellsWhatItOwnsPublishesConsumesRefusesAndHowItRuns(Part part) {
        assertThat(Documents.untold(Tree.read(part.path().resolve("README.md"))))
                .isEmpty();
    }

    @Test
    void aSilentReadmeIsFound() {
        assertThat(Documents.untold("**Owns** bread.\n\n## Runs\n\nIt Refuses nothing."))
                .containsExactly(
                        "does not tell what it Publishes",
                        "does not tell what it Consumes",
                        "does not tell what it Refuses");
    }

    @Test
    void noFileNamesAHostFromWhichThingsAreDownloaded() {
        assertThat(complaints(Documents.texts(), Documents::downloads)).isEmpty();
    }

    @Test
    void aDownloadHostIsFound() {
        assertThat(Documents.downloads("image: " + String.join(".", "quay", "io") + "/bread"))
                .hasSize(1);
    }

    @Test
    void noFileHoldsANumberThatCouldBeAPersons() {
        assertThat(complaints(Documents.texts(), Documents::people)).isEmpty();
    }

    @Test
    void aPersonsNumberIsFound() {
        assertThat(Documents.people("id=" + "0010850" + "12345, 003085000017, 20261123093000, a-001085012345"))
                .containsExactly("holds " + "0010850" + "12345, which could be a person's");
    }

    @Test
    void theExampleForAgenciesCompiles(@TempDir Path classes) {
        var example = Tree.at("deploy/docs/agency-subscriber/AgencySubscriber.java");
        var errors = new ByteArrayOutputStream();
        var compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        errors,
                        errors,
                        "-proc:none",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        example.toString());

        assertThat(compiled).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    }

    @Test
    void noFileIsCareless() {
        assertThat(complaints(Documents.texts(), Documents::carelessness)).isEmpty();
    }

    @Test
    void carelessnessIsFound() {
        assertThat(Documents.carelessness("hồ sơ")).isEmpty();
        assertThat(Documents.carelessness(Normalizer.normalize("hồ sơ", Normalizer.Form.NFD) + " TO" + "DO"))
                .hasSize(2);
    }
}
