package hoso.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("core")
class PathsTest {
    static List<Part> services() {
        return Part.SERVICES;
    }

    static Stream<Part> promising() {
        return Part.promising();
    }

    @ParameterizedTest
    @MethodSource("services")
    void whatIsAnsweredIsPromisedAndTheOtherWayRound(Part service) {
        var answered = Paths.answered(Code.of(service));

        assertThat(answered).isNotEmpty();
        assertThat(Paths.promised(Json.read(service.contract().resolve("openapi.yaml"))))
                .isEqualTo(answered);
    }

    @ParameterizedTest
    @MethodSource("promising")
    void everyOperationSaysWhatItIsFor(Part part) {
        var openapi = Json.read(part.contract().resolve("openapi.yaml"));

        assertThat(openapi.path("openapi").asText()).startsWith("3.1");
        for (var path : openapi.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    assertThat(operation.getValue().path("summary").asText())
                            .as(operation.getKey() + " " + path.getKey())
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void anAddressNobodyPromisedIsSeen() {
        assertThat(Paths.answered(Code.WRONG)).isEqualTo(new TreeSet<>(List.of("GET /bread")));
        assertThat(Paths.promised(Json.documents("paths: {/cake: {get: {}}}").getFirst()))
                .containsExactly("GET /cake");
    }
}
