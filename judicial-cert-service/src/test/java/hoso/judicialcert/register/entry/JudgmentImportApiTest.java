package hoso.judicialcert.register.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class JudgmentImportApiTest {

    @Test
    void eachLineIsAnsweredByItself() {
        var lan = Citizen.somebody();
        var number = Court.number();
        var good = line(Court.judgment(lan, number));
        Court.enters(lan, Court.number());

        var answers = imports(String.join(
                "\n",
                good,
                "",
                good,
                good.replace("Trộm cắp", "Cướp"),
                "{\"number\":",
                line(Court.judgment(lan, Court.number())).replace("Hà Nội", "Đà Nẵng"),
                line(Court.judgment(lan, Court.number())).replace("2018-05-10", "2999-05-10")));

        assertThat(answers)
                .extracting(answer -> answer.getInt("line") + " " + answer.getString("outcome"))
                .containsExactly("1 ENTERED", "3 KNOWN_ALREADY", "4 DIFFERS", "5 UNREADABLE", "6 NOT_YOURS", "7 WRONG");
        assertThat(answers.get(2).getString("judgmentId"))
                .isEqualTo(answers.getFirst().getString("judgmentId"));
        assertThat(answers.getLast().getList("errors.pointer")).contains("/sentencedOn");
    }

    @Test
    void aFileThatBrokeOffIsSentAgainAndGoesOnWhereItStopped() {
        var lines = IntStream.range(0, 20)
                .mapToObj(_ -> line(Court.judgment(Citizen.somebody(), Court.number())))
                .toList();
        imports(String.join("\n", lines.subList(0, 12)));

        var outcomes = imports(String.join("\n", lines)).stream()
                .collect(Collectors.groupingBy(answer -> answer.getString("outcome"), Collectors.counting()));

        assertThat(outcomes).containsEntry("KNOWN_ALREADY", 12L).containsEntry("ENTERED", 8L);
    }

    @Test
    void moreLinesThanAreTakenAtOnceAreRefusedAsAWhole() {
        Court.hanoi()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body("{}\n".repeat(5_001))
                .post("/judgments/import")
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#too-many-lines"))
                .body("limit", equalTo(5_000));
    }

    @Test
    void onlyCourtsImport() {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.citizen(Citizen.somebody().id()))
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson")
                .body("{}")
                .post("/judgments/import")
                .then()
                .statusCode(403);
    }

    private static String line(String body) {
        return body.replaceAll("\\s*\\n\\s*", " ").strip();
    }

    private static List<JsonPath> imports(String file) {
        var answer = Court.hanoi()
                .config(RestAssured.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .contentType("application/x-ndjson; charset=utf-8")
                .body(file)
                .post("/judgments/import")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Stream.of(answer.split("\n")).map(JsonPath::from).toList();
    }
}
