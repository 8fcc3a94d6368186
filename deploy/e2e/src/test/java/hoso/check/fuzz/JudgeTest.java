package hoso.check.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import hoso.check.contract.Contracts;
import hoso.check.contract.Operation;
import hoso.check.fuzz.Wire.Answer;
import hoso.e2e.Http;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("e2e")
class JudgeTest {
    private static final Operation OPERATION =
            Contracts.operations("x-service", json("""
                    {"paths": {"/loaves": {"post": {
                      "requestBody": {"content": {"application/json": {"example": {"kind": "RYE", "count": 2}}}},
                      "responses": {"201": {}, "422": {"$ref": "#/components/responses/Problem"}, "503": {}}}}},
                     "components": {"responses": {"Problem": {"content": {"application/problem+json": {}}}}}}
                    """)).getFirst();
    private static final String PROBLEM = """
            {"type": "/contract/problems.md#sold-out", "title": "Sold out", "status": 422}
            """;

    private static JsonNode json(String text) {
        try {
            return Http.JSON.readTree(text);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Attempt attempt(boolean isOfOperation) {
        return new Attempt(
                7, OPERATION, isOfOperation, Attempt.Caller.RIGHT, "POST", "/loaves", List.of(), new byte[0]);
    }

    private static Answer answer(int status, String type, String body) {
        return new Answer(status, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsDeclaredIsRight() {
        assertThat(Judge.of(attempt(true), answer(201, "application/json", "{}")))
                .isEmpty();
        assertThat(Judge.of(attempt(true), answer(422, "application/problem+json;charset=UTF-8", PROBLEM)))
                .isEmpty();
        assertThat(Judge.of(attempt(true), answer(503, "", ""))).isEmpty();
    }

    @Test
    void aFaultNobodyDeclaredIsSeenWhateverWasAsked() {
        assertThat(Judge.of(attempt(true), answer(500, "", ""))).containsExactly(Kind.UNDECLARED_5XX);
        assertThat(Judge.of(attempt(false), answer(502, "", ""))).containsExactly(Kind.UNDECLARED_5XX);
    }

    @Test
    void aStatusNobodyDeclaredIsSeenAtTheOperationItself() {
        assertThat(Judge.of(attempt(true), answer(404, "", ""))).containsExactly(Kind.UNDECLARED);
        assertThat(Judge.of(attempt(false), answer(404, "", ""))).isEmpty();
    }

    @Test
    void aRefusalInAnotherFormIsSeen() {
        assertThat(Judge.of(attempt(true), answer(422, "text/html", "<p>no</p>")))
                .containsExactly(Kind.UNDECLARED);
        assertThat(Judge.of(attempt(true), answer(422, "", ""))).containsExactly(Kind.UNDECLARED);
    }

    @Test
    void aStatusOfAProblemThatIsNotTheHttpStatusIsSeen() {
        for (var status : List.of("\"DELIVERED\"", "409", "null")) {
            assertThat(Judge.of(attempt(true), answer(422, "application/problem+json", PROBLEM.replace("422", status))))
                    .containsExactly(Kind.UNDECLARED);
        }
    }

    @Test
    void wordsThatTellHowAServiceIsBuiltAreSeen() {
        for (var words : List.of(
                "java.lang.NullPointerException",
                "at hoso.judicialcert.request.Rows.find(Rows.java:7)",
                "ERROR: relation \\\"x\\\" (SQLSTATE 42P01)",
                "org.postgresql.util")) {
            assertThat(Judge.of(
                            attempt(true), answer(422, "application/problem+json", PROBLEM.replace("Sold out", words))))
                    .containsExactly(Kind.TRACES);
        }
    }

    @Test
    void theSameSeedAndNumberMakeTheSameRequest() {
        var one = new Attempts(List.of(OPERATION), new Ids(), 5);
        var other = new Attempts(List.of(OPERATION), new Ids(), 5);

        for (var number = 0; number < 500; number++) {
            var first = one.number(number);
            var second = other.number(number);
            assertThat(second.inShort()).isEqualTo(first.inShort());
            assertThat(second.body()).isEqualTo(first.body());
        }
        assertThat(one.number(1).inShort())
                .isNotEqualTo(
                        new Attempts(List.of(OPERATION), new Ids(), 6).number(1).inShort());
    }

    @Test
    void aChunkedAnswerAfterAnInterimOneIsReadWhole() {
        var bytes =
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII);

        var answer = Wire.parse(bytes, "GET");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("abcde");
        assertThat(Wire.parse(new byte[0], "GET").status()).isZero();
    }
}
