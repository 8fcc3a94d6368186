package hoso.judicialcert;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hoso.chassis.callback.SignedCallback;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// A citizen at the app, and the bank: the steps of a case as sentences.
public record Citizen(UUID id, String number, String fullName, String birthDate, String sex) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /// Somebody nobody has seen before.
    public static Citizen somebody() {
        return named("NGUYỄN THỊ THỬ NGHIỆM " + "ABCDEFGHIJ".charAt(COUNT.get() % 10) + COUNT.get());
    }

    public static Citizen named(String fullName) {
        return of(fullName, "1985-03-17");
    }

    public static Citizen of(String fullName, String birthDate) {
        IdentityService.start();
        var number = "003185" + String.format("%06d", COUNT.incrementAndGet());
        var citizen = new Citizen(UUID.randomUUID(), number, fullName, birthDate, "FEMALE");
        IdentityService.knows(citizen.id, number, fullName, birthDate, citizen.sex);
        return citizen;
    }

    public String token() {
        return Tokens.citizen(id);
    }

    /// Sends a request.
    public Response asks(String key, String body) {
        return given().auth()
                .oauth2(token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/certificate-requests");
    }

    /// Sends the usual request, by e-mail and post, and has it taken in.
    public JsonPath requests() {
        return asks(UUID.randomUUID().toString(), USUAL)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static final String USUAL = """
            {"kind":"NO_1","purpose":"Xin việc làm","banInformation":true,"copies":2,"declared":true,
             "delivery":{"email":true,"post":{"recipient":"Nguyễn Thị Thử Nghiệm","phone":"0912345678",
             "line":"12 Thử Nghiệm","communeCode":"00004","provinceCode":"01","text":"12 Thử Nghiệm, Ba Đình, Hà Nội"}}}
            """;

    /// What the case is now.
    public JsonPath sees(String request) {
        return given().auth()
                .oauth2(token())
                .get("/certificate-requests/" + request)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Waits until the case has come to a status.
    public JsonPath waitsFor(String request, String status) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(sees(request).getString("status")).isEqualTo(status));
        return sees(request);
    }

    /// Requests, pays and waits for the certificate.
    public JsonPath isIssued() {
        var request = requests();
        pays(request, 200_000);
        return waitsFor(request.getString("requestId"), "ISSUED");
    }

    public byte[] document(String certificate) {
        return given().auth()
                .oauth2(token())
                .get("/certificates/" + certificate + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
    }

    /// The bank tells that the fee came in.
    public static String pays(JsonPath request, long amount) {
        return bankTells(UUID.randomUUID().toString(), request.getString("fee.reference"), amount)
                .then()
                .statusCode(200)
                .extract()
                .path("outcome");
    }

    public static Response bankTells(String transaction, String reference, long amount) {
        var body = """
                {"transactionId":"%s","amount":%d,"currency":"VND","content":"CT DEN LLTP1 %s NGUYEN THI THU",
                 "paidAt":"2026-11-23T10:00:00+07:00","creditAccount":"0011001234567"}
                """.formatted(transaction, amount, reference).getBytes(StandardCharsets.UTF_8);
        return given().contentType("application/json")
                .header(SignedCallback.HEADER, SignedCallback.sign("test-callback-secret", TestClock.now(), body))
                .body(body)
                .post("/bank-notifications");
    }

    /// A court sends a judgment.
    public static Response courtSends(String personalNumber, String fullName, String birthDate, String judgment) {
        var number = personalNumber.isEmpty() ? "null" : "\"" + personalNumber + "\"";
        return given().auth()
                .oauth2(Tokens.machine("court-hanoi", "court", "TAND-HN"))
                .contentType("application/json")
                .body("""
                        {"number":"%s","sentencedOn":"2024-05-06","court":"Tòa án nhân dân Thành phố Hà Nội",
                         "person":{"personalNumber":%s,"fullName":"%s","birthDate":"%s"},
                         "offence":"Trộm cắp tài sản","articles":"Khoản 1 Điều 173 Bộ luật Hình sự","penalty":"01 năm tù",
                         "additionalPenalty":null,"expungedOn":null}
                        """.formatted(judgment, number, fullName, birthDate))
                .post("/judgments");
    }
}
