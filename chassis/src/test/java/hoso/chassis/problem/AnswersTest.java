package hoso.chassis.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import hoso.chassis.testing.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is asked, no service answers with a fault that it did not declare.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("edge")
class AnswersTest {

    @Inject
    MeterRegistry meters;

    private static ValidatableResponse posted(String path, String body) {
        return given().contentType("application/json").body(body).post(path).then();
    }

    private static void isProblem(ValidatableResponse answer, int status, String slug) {
        answer.statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("/contract/problems.md#" + slug))
                .body("status", equalTo(status));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=abc", "limit=1.5", "limit=99999999999", "limit=%D9%A3x", "subject=x", "subject=1-1-1"})
    void aQueryParameterThatCannotBeReadIsAMistakeAndNotAMissingList(String query) {
        var answer = given().urlEncodingEnabled(false).get("/tried?" + query).then();

        isProblem(answer, 400, "parameter-unreadable");
        answer.body("parameter", equalTo(query.substring(0, query.indexOf('='))));
    }

    @Test
    void aPathThatCannotBeReadLeadsNowhere() {
        isProblem(given().get("/tried/abc").then(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key':'a','key':'b'}",
                "{'key':'a','key':{}}",
                "{'key':'a','key':[]}",
                "{'key':'a','key':null}",
                "{'key':null,'key':'a'}",
                "{'key':{},'key':'a'}",
                "{'k\\u0065y':'a','key':'a'}"
            })
    void aMemberThatIsNamedTwiceMakesABodyUnreadable(String body) {
        isProblem(posted("/tried/one", body.replace('\'', '"')), 400, "unreadable-body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'day':'+999999999-12-31'}",
                "{'day':'-999999999-01-01'}",
                "{'day':'0000-01-01'}",
                "{'day':'+10000-01-01'}",
                "{'day':[10000,1,1]}",
                "{'at':'+1000000000-12-31T23:59:59Z'}",
                "{'at':'-0001-01-01T00:00:00Z'}",
                "{'at':'0000-12-31T00:00:00Z'}",
                "{'at':99999999999999}",
                "{'until':'+999999999-12-31T00:00:00Z'}",
                "{'until':'+10001-01-01T00:00:00+07:00'}"
            })
    void aYearThatNoDatabaseKnowsMakesABodyUnreadable(String body) {
        isProblem(posted("/tried/times", body.replace('\'', '"')), 400, "unreadable-body");
    }

    @Test
    void daysAndTimesOfOurYearsAreRead() {
        posted("/tried/times", """
                        {"day":"9999-12-31","at":"0001-01-01T00:00:00Z","until":"2026-11-30T00:00:00+07:00"}
                        """)
                .statusCode(200)
                .body("day", equalTo("9999-12-31"))
                .body("at", equalTo("0001-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit", "statement"})
    void aTransactionThatRanOutOfTimeIsToBeTriedAgain(String noticedAt) {
        var answer = posted("/tried/slow/" + noticedAt, "");

        isProblem(answer, 503, "unavailable");
        answer.header("Retry-After", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "40P01", "40001", "55P03", "08006"})
    void whatAnotherTryMendsIsToBeTriedAgain(String state) {
        isProblem(given().get("/tried/state/" + state).then(), 503, "unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22008", "22003"})
    void aValueThatTheDatabaseCannotKeepIsTheCallersMistake(String state) {
        isProblem(given().get("/tried/state/" + state).then(), 400, "unkeepable-value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tried?%", "/tried?a=%zz", "/tried/%zz", "/tried/%", "/tried?%=1&limit=%f"})
    void anAddressThatCannotBeDecodedIsAProblem(String target) throws IOException {
        var answer = exchanged("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "problems.md#address-unreadable", "\"status\":400");
    }

    @Test
    void aBodyThatAnnouncesMoreThanIsTakenIsAProblem() throws IOException {
        var answer = exchanged("POST /tried/one HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 99999999\r\n\r\n{");

        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "problems.md#too-large", "\"status\":413");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"key\r\n"})
    void aCallerWhoHangsUpInTheMiddleOfABodyRaisesNoAlarm(String rest) throws IOException {
        var records = new CopyOnWriteArrayList<LogRecord>();
        var logger = Logger.getLogger(ProblemMappers.class.getName());
        var handler = keeping(records);
        logger.addHandler(handler);
        var faultsBefore = answers("SERVER_ERROR");
        var othersBefore = answers("CLIENT_ERROR");

        for (var i = 0; i < 5; i++) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write(("POST /tried/one HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                                        + rest)
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }

        await().until(() -> answers("CLIENT_ERROR") >= othersBefore + 5);
        logger.removeHandler(handler);
        assertThat(answers("SERVER_ERROR")).isEqualTo(faultsBefore);
        assertThat(records)
                .noneMatch(record -> record.getLevel().intValue() >= java.util.logging.Level.WARNING.intValue());
    }

    @Test
    void aFactCannotTakeThePlaceOfAMemberThatTheStandardDefines() {
        for (var member : List.of("type", "title", "status", "detail", "instance")) {
            assertThatThrownBy(() -> Problem.of(409, "gone").with(member, "DELIVERED"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(member);
        }
    }

    /// How many requests ended so.
    private long answers(String outcome) {
        return meters.find("http.server.requests").tag("outcome", outcome).timers().stream()
                .mapToLong(timer -> timer.count())
                .sum();
    }

    private static Handler keeping(List<LogRecord> records) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                records.add(record);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static String exchanged(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
