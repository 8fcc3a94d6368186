package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Ceilings and doc comments, seen in the text of the files.
@Tag("core")
class SourcesTest {
    private static final Path WRONG = Tree.at("deploy/checks/src/test/java/wrong");

    @Test
    void aFileHasAtMostThreeHundredLines() {
        assertThat(Sources.lines(WRONG.resolve("bakery/counter/Scroll.java"))).isGreaterThan(Sources.LINES);

        assertThat(Sources.main())
                .hasSizeGreaterThan(500)
                .allSatisfy(file ->
                        assertThat(Sources.lines(file)).as(Tree.name(file)).isLessThanOrEqualTo(Sources.LINES));
    }

    @Test
    void everyDocLineFitsAndNoneIsCut() {
        assertThat(Sources.brokenDocs(Tree.read(WRONG.resolve("bakery/counter/Mumble.java"))))
                .containsExactly("/// ended");
        assertThat(Sources.brokenDocs("/// " + "word ".repeat(30))).hasSize(1);
        assertThat(Sources.brokenDocs("/// A short line\n/// and its end.\n")).isEmpty();

        assertThat(Sources.all())
                .hasSizeGreaterThan(500)
                .allSatisfy(file -> assertThat(Sources.brokenDocs(Tree.read(file)))
                        .as(Tree.name(file))
                        .isEmpty());
    }

    /// A test that depends on a date must be able to run on that date.
    @Test
    void noTestReadsTheDateOfTheMachine() {
        assertThat(Sources.readingTheMachinesDate(Tree.read(WRONG.resolve("bakery/counter/Calendar.java"))))
                .hasSize(3);

        assertThat(Sources.tests().filter(file -> !file.endsWith("TestClock.java")))
                .hasSizeGreaterThan(200)
                .allSatisfy(file -> assertThat(Sources.readingTheMachinesDate(Tree.read(file)))
                        .as(Tree.name(file))
                        .isEmpty());
    }
}
