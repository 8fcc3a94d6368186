package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class DeclaredTest {
    static List<Part> services() {
        return Part.SERVICES;
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyRefusalThatAnOperationCanGiveIsDeclared(Part service) {
        var possible = Declared.possible(Code.of(service));

        assertThat(possible).isNotEmpty();
        assertThat(Declared.complaints(possible, Json.read(service.contract().resolve("openapi.yaml"))))
                .isEmpty();
    }

    @Test
    void aRefusalNobodyDeclaredIsSeen() {
        var possible = Declared.possible(Code.WRONG);

        assertThat(possible).isEqualTo(Map.of("GET /bread", Set.of("400", "401", "403", "429", "503")));
        assertThat(Declared.complaints(possible, Json.documents("""
                                paths:
                                  /bread:
                                    get:
                                      responses: {'200': {}, '400': {}, '403': {}, '429': {}, '500': {}, '503': {}}
                                """).getFirst()))
                .containsExactly("GET /bread does not declare 401", "GET /bread declares a fault");
    }
}
