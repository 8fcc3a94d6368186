package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Tests say at which depth they stand, so that one can run those of one depth (`./hoso test --tag core`): `core` is
/// plain Java in milliseconds, `edge` a service on real servers, `e2e` the whole system.
@Tag("core")
class TagsTest {

    @Test
    void everyTestSaysAtWhichDepthItStands() {
        var tests = Tree.files(file -> file.toString().contains("/src/test/java/hoso/")
                && file.getFileName().toString().endsWith("Test.java"));

        assertThat(tests).isNotEmpty().allSatisfy(test -> {
            var text = Tree.read(test);
            assertThat(text).as(Tree.name(test)).contains("@Tag(\"" + depth(Path.of(Tree.name(test)), text) + "\")");
        });
    }

    @Test
    void theDepthFollowsFromWhatATestStandsOn() {
        assertThat(depth(Path.of("deploy/e2e/src/test/java/hoso/e2e/StoryTest.java"), "class StoryTest {"))
                .isEqualTo("e2e");
        assertThat(depth(Path.of("bakery/src/test/java/hoso/bakery/OvenApiTest.java"), "@Quarkus" + "Test\nclass"))
                .isEqualTo("edge");
        assertThat(depth(Path.of("bakery/src/test/java/hoso/bakery/LoafTest.java"), "class LoafTest {"))
                .isEqualTo("core");
    }

    private static String depth(Path file, String text) {
        if (file.startsWith("deploy/e2e")) {
            return "e2e";
        }
        return text.contains("@Quarkus" + "Test\n") || text.contains("@Quarkus" + "TestResource") ? "edge" : "core";
    }
}
