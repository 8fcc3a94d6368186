package hoso.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whoever stands before the gateway may read such bytes as the end of the request before: then two parties see
/// two different requests (CVE-2026-50020). So the gateway does not guess.
@QuarkusTest
@QuarkusTestResource(Upstream.class)
@Tag("edge")
class RequestLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0000\u0001\u0002\u0008", "\u0001", "\u001f", "\u007f", "\u0000\r\n"})
    void controlBytesBeforeTheRequestLineAreABadRequest(String before) throws IOException {
        var line = firstLine(before + "GET /config.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        // The answer names HTTP/1.0: of a request line that cannot be read nobody knows the version.
        assertThat(line).matches("HTTP/1\\.[01] 400 .*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void anEmptyLineBeforeTheRequestLineIsAllowed(String before) throws IOException {
        var line = firstLine(before + "GET /config.json HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(line).startsWith("HTTP/1.1 200");
    }

    private static String firstLine(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1))
                    .readLine();
            return line == null ? "" : line;
        }
    }
}
