package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class ProblemsTest {
    private static final String RESOURCES = "src/main/resources";

    static List<Part> services() {
        return Part.SERVICES;
    }

    private static Map<String, String> chassis(String language) {
        return Problems.texts(Part.CHASSIS.path().resolve(RESOURCES), "chassis-problems_" + language + ".properties");
    }

    private static Map<String, String> texts(Part part, String language) {
        return Problems.texts(part.path().resolve(RESOURCES), "problems_" + language + ".properties");
    }

    private static Map<String, String> withChassis(Part part, String language) {
        var all = new HashMap<>(chassis(language));
        all.putAll(texts(part, language));
        return all;
    }

    private static Set<String> slugsInCode(Part part) {
        var slugs = new TreeSet<String>();
        Tree.files(part.path().resolve("src/main/java"), Tree.ending(".java"))
                .forEach(file -> slugs.addAll(Problems.slugs(Tree.read(file))));
        return slugs;
    }

    private static Set<String> headings(Part part) {
        return Problems.headings(Tree.read(part.contract().resolve("problems.md")));
    }

    /// A problem's `type` leads to the service that answered it: the chassis's problems have their headings there too.
    @ParameterizedTest
    @MethodSource("services")
    void everyRefusalHasItsHeadingAndItsWordsInBothLanguages(Part service) {
        var slugs = new TreeSet<>(slugsInCode(service));
        slugs.addAll(Problems.titles(chassis("vi")));
        slugs.addAll(Problems.titles(texts(service, "vi")));

        assertThat(Problems.complaints(
                        slugs, headings(service), withChassis(service, "vi"), withChassis(service, "en")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void noHeadingIsLeftOverFromAProblemThatWasGivenUp(Part service) {
        var known = new TreeSet<>(withChassis(service, "vi").keySet());

        assertThat(headings(service)).allSatisfy(slug -> assertThat(known).contains(slug + ".title"));
    }

    @Test
    void theGatewayHasHeadingsAndWordsOfItsOwn() {
        var slugs = Problems.titles(texts(Part.GATEWAY, "vi"));

        assertThat(slugs).isNotEmpty().isEqualTo(headings(Part.GATEWAY));
        assertThat(Problems.complaints(
                        slugs, headings(Part.GATEWAY), texts(Part.GATEWAY, "vi"), texts(Part.GATEWAY, "en")))
                .isEmpty();
    }

    @Test
    void theChassisHasWordsForWhatItRefuses() {
        assertThat(slugsInCode(Part.CHASSIS)).isNotEmpty();
        assertThat(Problems.titles(chassis("vi"))).containsAll(slugsInCode(Part.CHASSIS));
        assertThat(Problems.titles(chassis("en"))).isEqualTo(Problems.titles(chassis("vi")));
    }

    @Test
    void whatIsMissingIsFound() {
        var complaints = Problems.complaints(
                Set.of("sold-out"),
                Set.of(),
                Map.of("sold-out.title", "Hết", "sold-out.detail", "Hết {what}"),
                Map.of("sold-out.detail", "None left", "stale.title", "Stale"));

        assertThat(complaints)
                .containsExactlyInAnyOrder(
                        "sold-out has no heading in problems.md",
                        "sold-out.title is missing in English",
                        "sold-out.detail tells other facts in English than in Vietnamese",
                        "stale.title is missing in Vietnamese");
    }

    @Test
    void aSlugIsFoundInCodeEvenThroughAVariable() {
        assertThat(Problems.slugs("throw Problem.of(409, \"sold-out\").raise();"))
                .containsExactly("sold-out");
        assertThat(Problems.slugs("case Stale _ -> conflict(\"too-stale\"); return Problem.of(409, slug);"))
                .containsExactly("too-stale");
        assertThat(Problems.slugs("answer(\"too-stale\")")).isEmpty();
    }
}
