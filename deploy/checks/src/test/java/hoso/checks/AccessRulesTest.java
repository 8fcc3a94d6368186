package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class AccessRulesTest {
    static List<Part> services() {
        return Part.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyRouteHasARuleThatNamesItsRoles(Part service) {
        var operations = Paths.operations(Code.of(service));

        assertThat(operations).isNotEmpty();
        assertThat(AccessRules.complaints(operations, AccessRules.FILE.path(service.folder())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyPromisedRouteHasARule(Part service) {
        var promised = Paths.promised(Json.read(service.contract().resolve("openapi.yaml")));

        assertThat(AccessRules.FILE.path(service.folder()).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(promised);
    }

    @Test
    void noServiceIsLeftOut() {
        assertThat(AccessRules.FILE.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        Part.SERVICES.stream().map(Part::folder).toList());
    }

    @Test
    void aRouteWithoutARuleIsSeenAndSoIsARuleThatIsNotTheRoutes() {
        var bread = Paths.operations(Code.WRONG);

        assertThat(AccessRules.complaints(bread, Json.parse("{}"))).containsExactly("GET /bread has no rule");
        assertThat(AccessRules.complaints(
                        bread, Json.parse("{\"GET /bread\": [{\"role\": \"baker\"}], \"GET /cake\": \"anybody\"}")))
                .containsExactly(
                        "GET /bread lets in [] and its rule says [baker]", "GET /cake has a rule and is not there");
    }
}
