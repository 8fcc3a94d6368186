package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    static List<HouseRules.Rule> rules() {
        return HouseRules.ALL;
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

    @Test
    void everyAdapterThatIsExcusedExists() {
        assertThat(House.ADAPTERS.keySet())
                .allSatisfy(name -> assertThat(Code.OURS.contain(name)).as(name).isTrue());
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
}
