package hoso.judicialcert;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// A file somebody photographed or scanned, no two alike.
public final class Scan {
    private Scan() {}

    public static byte[] pdf() {
        return ("%PDF-1.7\n% " + UUID.randomUUID() + "\n%%EOF").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] png() {
        var head = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
        var rest = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        var file = java.util.Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, file, head.length, rest.length);
        return file;
    }

    /// Sends a file and has it kept.
    public static String kept(String token, byte[] content) {
        return sent(token, UUID.randomUUID().toString(), content)
                .then()
                .statusCode(201)
                .extract()
                .path("evidenceId");
    }

    public static Response sent(String token, String key, byte[] content) {
        return given().auth()
                .oauth2(token)
                .contentType("application/octet-stream")
                .header("Idempotency-Key", key)
                .body(content)
                .post("/evidence");
    }
}
