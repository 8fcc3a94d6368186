package hoso.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever reads what citizens are told knows the notices from the contract, so it names each of them, in the order of
/// the code.
@Tag("core")
class NoticeContractTest {
    private static final Path CONTRACT = Path.of("contract");
    private static final List<String> NOTICES =
            Stream.of(Notice.values()).map(Notice::name).toList();

    static List<Path> events() throws IOException {
        try (var files = Files.list(CONTRACT.resolve("events"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventNamesEveryNotice(Path schema) throws IOException {
        var notice = new ObjectMapper().readTree(schema.toFile()).at("/properties/notice");

        assertThat(named(notice)).containsExactlyElementsOf(NOTICES);
    }

    @Test
    void theApiNamesEveryNotice() throws IOException {
        var schemas = new YAMLMapper()
                .readTree(CONTRACT.resolve("openapi.yaml").toFile())
                .at("/components/schemas");

        assertThat(named(schemas.path("Notice"))).containsExactlyElementsOf(NOTICES);
        assertThat(List.of("Message", "Delivery"))
                .allSatisfy(of -> assertThat(
                                schemas.at("/" + of + "/properties/notice/$ref").asText())
                        .isEqualTo("#/components/schemas/Notice"));
    }

    private static List<String> named(JsonNode notice) {
        return StreamSupport.stream(notice.path("enum").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
