package hoso.judicialcert;

import static io.restassured.RestAssured.given;

import hoso.chassis.callback.SignedCallback;
import hoso.chassis.testing.TestClock;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;

/// What the bank sends: call-backs that name the payer, and the file of a day.
public final class Transfers {
    private static final String SECRET = "test-callback-secret";

    private Transfers() {}

    public static String line(String transaction, String reference, long amount, String paidAt, String payer) {
        var from = payer.isEmpty()
                ? "null"
                : "{\"bin\":\"970422\",\"account\":\"" + payer + "\",\"holder\":\"NGUYEN THI THU\"}";
        return """
                {"transactionId":"%s","amount":%d,"currency":"VND","content":"LLTP1 %s NGUYEN THI THU",\
                "paidAt":"%s","creditAccount":"0011001234567","debitAccount":%s}\
                """.formatted(transaction, amount, reference, paidAt, from);
    }

    public static Response told(String line) {
        return sent("/bank-notifications", "application/json", line);
    }

    /// The file of a day.
    public static Response file(String day, long total, String... lines) {
        var head = "{\"day\":\"" + day + "\",\"count\":" + lines.length + ",\"total\":" + total + "}\n";
        return sent("/bank-reconciliations", "application/x-ndjson", head + String.join("\n", lines) + "\n");
    }

    public static Response sent(String path, String type, String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        return given().contentType(type)
                .header(SignedCallback.HEADER, SignedCallback.sign(SECRET, TestClock.now(), body))
                .body(body)
                .post(path);
    }
}
