package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class HouseRulesTest {
    private static final Pattern NAMED = Pattern.compile(
            "createNativeQuery\\([^()]*,\\s*(Long|Integer|String|UUID|Boolean|Instant|byte\\[])\\.class\\s*\\)");

    static List<HouseRules.Rule> rules() {
        return Stream.of(HouseRules.ALL, ShapeRules.ALL, RecordRules.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(HouseRules.Rule rule) {
        rule.rule().check(Code.OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void bites(HouseRules.Rule rule) {
        assertThat(Code.WRONG.contain(rule.wrong())).isTrue();

        assertThatThrownBy(() -> rule.rule().check(Code.WRONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(rule.wrong());
    }

    /// A mark that no class of the package needs excuses nothing and goes.
    @Test
    void everyPackageMarkedAsAnAdapterHasOne() {
        var marked = Code.OURS.stream()
                .filter(type -> House.libraries(type).length > 0)
                .collect(Collectors.groupingBy(JavaClass::getPackageName));

        assertThat(marked).isNotEmpty();
        assertThat(marked.values())
                .allSatisfy(types -> assertThat(House.libraries(types.getFirst()))
                        .allSatisfy(library -> assertThat(types)
                                .as(types.getFirst().getPackageName())
                                .anySatisfy(type -> assertThat(type.getDirectDependenciesFromSelf())
                                        .anyMatch(dependency -> House.isAny(dependency.getTargetClass(), library)))));
    }

    /// A class that keeps its ceiling again is struck off the list: the lists only get shorter.
    @Test
    void whatIsExcusedFromACeilingStillBreaksIt() {
        assertThat(ShapeRules.MANY_FIELDS)
                .allSatisfy(name -> assertThat(ShapeRules.fields(Code.OURS.get(name)))
                        .as(name)
                        .isGreaterThan(ShapeRules.FIELDS));
    }

    @Test
    void everyPartIsLookedAt() {
        Part.all()
                .forEach(part -> assertThat(Code.OURS.stream()
                                .filter(type -> House.part(type).equals(part.java())))
                        .as(part.folder())
                        .isNotEmpty());
    }

    @Test
    void theGlossaryNamesWhatTheChassisMustNotSay() {
        assertThat(Glossary.names()).contains("Citizen", "Certificate", "HealthRecord");
    }

    /// Hibernate keeps the plan of such a query under a key that never equals itself: each call makes a new one and
    /// fills the cache with them. Without the class a plan is kept once, and a single column comes as what it is.
    @Test
    void noNativeQueryNamesTheClassOfAColumn() {
        assertThat(namesAClass("createNativeQuery(\"select (1)\" + MORE, Long.class)"))
                .isTrue();
        assertThat(namesAClass("createNativeQuery(FIND, Tuple.class).list().map(row -> row.get(0, Long.class))"))
                .isFalse();

        assertThat(Tree.files(file -> Tree.name(file).matches(".*/src/main/java/.*\\.java")))
                .hasSizeGreaterThan(100)
                .allSatisfy(file -> assertThat(namesAClass(Tree.read(file)))
                        .as(Tree.name(file))
                        .isFalse());
    }

    private static boolean namesAClass(String source) {
        var bare = source.replaceAll("\"\"\"[\\s\\S]*?\"\"\"", "TEXT").replaceAll("\"(\\\\.|[^\"\\\\])*\"", "TEXT");
        return NAMED.matcher(bare).find();
    }
}
