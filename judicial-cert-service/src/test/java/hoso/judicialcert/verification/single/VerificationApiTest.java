package hoso.judicialcert.verification.single;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.certificate.pdf.Documents;
import hoso.judicialcert.certificate.signing.Authority;
import hoso.judicialcert.certificate.signing.KnownSigners;
import hoso.judicialcert.proof.document.Examination;
import hoso.judicialcert.proof.document.Traces;
import hoso.judicialcert.proof.statement.OpenedQr;
import hoso.judicialcert.proof.statement.QrText;
import hoso.judicialcert.proof.statement.Result;
import hoso.judicialcert.proof.statement.SignedQrReader;
import hoso.judicialcert.proof.statement.TrustBundleJson;
import hoso.judicialcert.proof.statement.VerificationReceiptJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class VerificationApiTest {
    private static final Citizen LAN = Citizen.somebody();

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @Inject
    KnownSigners signers;

    @Inject
    DataSource database;

    @Inject
    SessionFactory sessions;

    @Test
    void whatWasIssuedIsValidAndPassesAStrictValidator() throws IOException {
        var issued = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));

        verify(document)
                .body("result", equalTo("VALID"))
                .body("reasons.size()", equalTo(0))
                .body("certificate.kind", equalTo("NO_1"))
                .body("certificate.agency", equalTo("H26"))
                .body(not(containsString(LAN.number())))
                .body(not(containsString(LAN.fullName())));
        assertThat(new Examination(signers.bundle()).doubts(document)).isEmpty();
        assertThat(text(document)).contains(LAN.fullName(), "Không có án tích", issued.getString("dossierCode"));
    }

    @Test
    void whatWasMadeFromItIsAltered() {
        var document = LAN.document(LAN.isIssued().getString("certificateId"));
        var flipped = document.clone();
        flipped[document.length / 2] ^= 1;
        var appended = Arrays.copyOf(document, document.length + 1);
        appended[document.length] = '\n';

        verify(flipped).body("result", equalTo("ALTERED")).body("certificate", nullValue());
        verify(appended).body("result", equalTo("ALTERED")).body("reasons", hasItem("CHANGED_AFTER_SIGNING"));
        verify(Arrays.copyOf(document, document.length - 3000)).body("result", equalTo("ALTERED"));
    }

    @Test
    void whatIsNotOursIsUnknown() {
        verify(Documents.signed(new Authority()))
                .body("result", equalTo("UNKNOWN_ISSUER"))
                .body("reasons", hasItems("NOT_IN_REGISTER", "ISSUER_NOT_TRUSTED"));
        verify("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII))
                .body("result", equalTo("UNKNOWN"))
                .body("reasons", hasItem("UNREADABLE"));
        verify(new byte[0]).body("result", equalTo("UNKNOWN"));
    }

    @Test
    void aDocumentOfMoreThanFiveMegabytesIsNotTaken() {
        given().contentType("application/pdf")
                .body(new byte[5 * 1024 * 1024 + 1])
                .post("/verifications")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/verifications")
                .then()
                .statusCode(415);
    }

    @Test
    void paperIsCheckedByCodeAndFiveFieldsAndAWrongOneLooksLikeAnother() {
        var issued = LAN.isIssued();
        var code = code(LAN.document(issued.getString("certificateId")));
        var typed =
                fields(code, issued, "nguyen thi thu  nghiem" + LAN.fullName().substring(21));

        var right = byFields(typed);
        var wrongName = byFields(fields(code, issued, "TRẦN VĂN THỬ"));
        var wrongCode = byFields(fields("0000-0000-0000-0000", issued, LAN.fullName()));
        var noCode = byFields(fields("?", issued, LAN.fullName()));

        assertThat(right.getString("result")).isEqualTo("VALID");
        assertThat(right.getString("certificate.number")).endsWith("-LLTP");
        assertThat(wrongName.prettify())
                .contains("UNKNOWN")
                .isEqualTo(wrongCode.prettify())
                .isEqualTo(noCode.prettify());
    }

    @Test
    void aFieldThatIsMissingIsTold() {
        given().contentType("application/json")
                .body("{\"code\":\"x\"}")
                .post("/verifications/by-fields")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/dossierCode", "/fullName", "/birthDate", "/sex", "/documentNumber"));
    }

    @Test
    void theDigestAloneGetsTheSameAnswer() {
        var document = LAN.document(LAN.isIssued().getString("certificateId"));

        byDigest(Sha256.hex(document), "")
                .statusCode(200)
                .body("result", equalTo("VALID"))
                .body("certificate.agency", equalTo("H26"))
                .body("$", not(hasKey("receipt")));
        byDigest("0".repeat(64), "")
                .statusCode(200)
                .body("result", equalTo("UNKNOWN"))
                .body("reasons", hasItem("NOT_IN_REGISTER"));
        byDigest("x", "").statusCode(422).body("errors.pointer", hasItem("/sha256"));
    }

    @Test
    void whatIsRecalledOrReplacedIsToldAtOnceHoweverItIsShown() throws SQLException {
        var issued = LAN.isIssued();
        var other = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));
        var id = issued.getString("certificateId");
        byDigest(Sha256.hex(document), "").body("result", equalTo("VALID"));

        Sql.run(
                database,
                "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR', standing_since = now()"
                        + " where id = '" + id + "'");
        byDigest(Sha256.hex(document), "")
                .body("result", equalTo("REVOKED"))
                .body("ended.reason", equalTo("ISSUED_IN_ERROR"))
                .body("certificate.number", endsWith("-LLTP"));
        verify(document).body("result", equalTo("REVOKED"));
        byQr(seal(document), "").body("result", equalTo("REVOKED"));

        Sql.run(
                database,
                "update certificate set standing = 'SUPERSEDED', standing_reason = null, successor = '"
                        + other.getString("certificateId") + "' where id = '" + id + "'");
        verify(document).body("result", equalTo("SUPERSEDED")).body("ended.reason", nullValue());
        assertThat(byFields(fields(code(document), issued, LAN.fullName())).getString("result"))
                .isEqualTo("SUPERSEDED");
    }

    @Test
    void itExpiresOnlyForAPurposeOrAnAgeThatIsNamed() throws SQLException {
        var issued = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));
        Sql.run(
                database,
                "update certificate set issued_at = now() - interval '200 days' where id = '"
                        + issued.getString("certificateId") + "'");
        var digest = Sha256.hex(document);

        byDigest(digest, "").body("result", equalTo("VALID"));
        byDigest(digest, "?maxAgeDays=365").body("result", equalTo("VALID"));
        byDigest(digest, "?purpose=EMPLOYMENT")
                .body("result", equalTo("EXPIRED_FOR_PURPOSE"))
                .body("lastDay", notNullValue());
        byDigest(digest, "?maxAgeDays=199").body("result", equalTo("EXPIRED_FOR_PURPOSE"));
        byDigest(digest, "?purpose=DANCING&maxAgeDays=-1&reference=Nguy%E1%BB%85n")
                .statusCode(422)
                .body("errors.pointer", hasItems("/purpose", "/maxAgeDays", "/reference"));
        given().get("/verification-material/purposes")
                .then()
                .statusCode(200)
                .body("code", hasItems("EMPLOYMENT", "WORK_PERMIT", "NATIONALITY"))
                .body("find { it.code == 'NATIONALITY' }.amount", equalTo(90));
    }

    @Test
    void theQrCodeTellsWhatHasToStandOnThePage() {
        var issued = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));

        byQr("https://hoso.example.vn/verify#" + seal(document), "")
                .statusCode(200)
                .body("result", equalTo("VALID"))
                .body("paper.fullName", equalTo(LAN.fullName()))
                .body("paper.birthDate", equalTo("1985-03-17"))
                .body("paper.numberEnd", equalTo(LAN.number().substring(9)))
                .body("paper.judgments", equalTo(0))
                .body(not(containsString(LAN.number())));
    }

    @Test
    void aQrCodeCopiedOrChangedIsTold() {
        var document = LAN.document(LAN.isIssued().getString("certificateId"));
        var hoa = Citizen.somebody();
        var hoas = hoa.document(hoa.isIssued().getString("certificateId"));
        var copied = code(hoas) + seal(document).substring(19);
        var changed = seal(document).substring(0, 200)
                + (seal(document).charAt(200) == 'A' ? 'B' : 'A')
                + seal(document).substring(201);

        byQr(copied, "").body("result", equalTo("ALTERED")).body("$", not(hasKey("paper")));
        byQr(changed, "").body("result", equalTo("ALTERED")).body("$", not(hasKey("paper")));
        byQr("ZZZZ-ZZZZ-ZZZZ-ZZZZ" + seal(document).substring(19), "").body("result", equalTo("ALTERED"));
        var stranger = Documents.qr(new Authority(), "X", "1/2026/X-LLTP", "ZZZZ-ZZZZ-ZZZZ-ZZZZ", 0, TestClock.now());
        byQr(stranger.fragment(), "").body("result", equalTo("UNKNOWN_ISSUER"));
        byQr(code(document), "").statusCode(422).body("errors.code", hasItem("no-seal"));
        byQr("", "").statusCode(422);
    }

    @Test
    void aReceiptIsGivenToWhoeverNamesTheCheckAndCanBeCheckedLater() {
        var issued = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));

        var receipt = byDigest(Sha256.hex(document), "?reference=HR-2026/17&purpose=EMPLOYMENT")
                .extract()
                .<String>path("receipt");
        var ofPaper = byQr(seal(document), "?reference=HR-2026/18").extract().<String>path("receipt");

        assertThat(VerificationReceiptJson.open(receipt, signers.bundle())).hasValueSatisfying(read -> {
            assertThat(read.result()).isEqualTo(Result.VALID);
            assertThat(read.subject()).isEqualTo(Sha256.hex(document));
            assertThat(read.reference()).isEqualTo("HR-2026/17");
            assertThat(read.purpose()).isEqualTo("EMPLOYMENT");
            assertThat(read.way()).isEqualTo("DIGEST");
        });
        assertThat(VerificationReceiptJson.open(ofPaper, signers.bundle()))
                .hasValueSatisfying(read -> assertThat(read.subject())
                        .isEqualTo(Sha256.hex(code(document).getBytes(StandardCharsets.US_ASCII))));
        var payload = new String(Base64.getUrlDecoder().decode(ofPaper.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(payload).doesNotContain(LAN.fullName(), LAN.number(), code(document));
    }

    @Test
    void eachAnswerComesWithTheProofThatTheLogHoldsItAndAReceiptNamesTheLog() {
        var digest = Sha256.hex(LAN.document(LAN.isIssued().getString("certificateId")));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> byDigest(digest, "")
                        .body("log.entry.text", containsString("\nISSUED\n" + digest + "\n"))
                        .body("log.checkpoint.statement", notNullValue())
                        .body("receipt", nullValue()));
        var receipt = byDigest(digest, "?reference=HR-1").extract().<String>path("receipt");

        assertThat(VerificationReceiptJson.open(receipt, signers.bundle()))
                .hasValueSatisfying(read -> assertThat(read.log()).isNotNull());
    }

    @Test
    void aRowPutIntoTheRegisterBehindTheServicesBackIsNotInTheLog() throws SQLException {
        var id = LAN.isIssued().getString("certificateId");
        var put = Sha256.hex(id.getBytes(StandardCharsets.US_ASCII));

        Sql.run(database, "update certificate set digest = '" + put + "' where id = '" + id + "'");

        byDigest(put, "").body("result", equalTo("NOT_IN_LOG")).body("certificate", nullValue());
    }

    @Test
    void aWrongCodeAndWrongFieldsTakeTheSameQueries() {
        var issued = LAN.isIssued();
        var code = code(LAN.document(issued.getString("certificateId")));
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);

        // The workers ask now and then, too: the fewest of several, asked in turn, are those of the question.
        var counts = new TreeMap<String, Long>();
        for (var round = 0; round < 8; round++) {
            for (var typed : List.of(
                    fields(code, issued, "TRẦN VĂN THỬ"),
                    fields("0000-0000-0000-0000", issued, LAN.fullName()),
                    fields("?", issued, LAN.fullName()))) {
                var before = statistics.getPrepareStatementCount();
                byFields(typed);
                counts.merge(typed.toString(), statistics.getPrepareStatementCount() - before, Math::min);
            }
        }

        assertThat(counts.values()).hasSize(3).containsOnly(1L);
    }

    @Test
    void oneCodeCanBeGuessedAtTenTimesHoweverManyAddressesGuess() {
        var issued = LAN.isIssued();
        var code = code(LAN.document(issued.getString("certificateId")));
        for (var i = 0; i < 10; i++) {
            byFields(fields(code, issued, "TRẦN VĂN " + i));
        }

        sendFields(fields(code, issued, LAN.fullName()), "")
                .statusCode(429)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("#too-many-attempts"));
    }

    @Test
    void whoHasThePaperInHandMayCheckItAgainAndAgain() {
        var issued = LAN.isIssued();
        var code = code(LAN.document(issued.getString("certificateId")));

        for (var i = 0; i < 15; i++) {
            assertThat(byFields(fields(code, issued, LAN.fullName())).getString("result"))
                    .isEqualTo("VALID");
        }
    }

    @Test
    void oneAddressHasThirtyAttemptsAMinuteInSixteenThreads() throws Exception {
        var address = "198.51.100.77";
        var answers = new ConcurrentLinkedQueue<Integer>();

        try (var threads = Executors.newFixedThreadPool(16)) {
            var attempts = IntStream.range(0, 48)
                    .<Callable<Boolean>>mapToObj(i -> () -> answers.add(given().header("X-Forwarded-For", address)
                            .contentType("application/json")
                            .body("{\"text\":\"0000-0000-0000-00%02d.AAAAAAAA\"}".formatted(i))
                            .post("/verifications/by-qr")
                            .statusCode()))
                    .toList();
            for (var one : threads.invokeAll(attempts)) {
                assertThat(one.get()).isTrue();
            }
        }

        // One more for each two seconds the attempts took.
        assertThat(answers.stream().filter(status -> status == 200).count()).isBetween(30L, 40L);
        assertThat(answers).contains(429);
    }

    @Test
    void whatAVerifierTakesAlongIsPublished() {
        var document = LAN.document(LAN.isIssued().getString("certificateId"));

        var bundle = given().get("/verification-material/trust-bundle")
                .then()
                .statusCode(200)
                .body("statusLists[0]", endsWith("/api/judicial-cert/status-lists/0"))
                .extract()
                .asByteArray();

        var trust = TrustBundleJson.read(bundle).orElseThrow();
        assertThat(new Examination(trust).doubts(document)).isEmpty();
        assertThat(SignedQrReader.open(QrText.read(seal(document)).orElseThrow(), trust))
                .isInstanceOf(OpenedQr.Genuine.class);
    }

    private static ValidatableResponse byDigest(String digest, String query) {
        return given().header("X-Forwarded-For", address())
                .get("/verifications/documents/" + digest + query)
                .then();
    }

    private static ValidatableResponse byQr(String text, String query) {
        return given().header("X-Forwarded-For", address())
                .contentType("application/json")
                .body("{\"text\":\"" + text + "\"}")
                .post("/verifications/by-qr" + query)
                .then();
    }

    /// Somebody who was not there before: only some tests are about how often one may ask.
    private static String address() {
        return "2001:db8::" + Integer.toHexString(ADDRESSES.incrementAndGet());
    }

    private static String seal(byte[] document) {
        return Traces.of(document).seals().stream().findFirst().orElseThrow();
    }

    private static ValidatableResponse sendFields(String body, String query) {
        return given().header("X-Forwarded-For", address())
                .contentType("application/json")
                .body(body)
                .post("/verifications/by-fields" + query)
                .then();
    }

    private static ValidatableResponse verify(byte[] document) {
        return given().header("X-Forwarded-For", address())
                .contentType("application/pdf")
                .body(document)
                .post("/verifications")
                .then()
                .statusCode(200);
    }

    private static JsonPath byFields(String body) {
        return sendFields(body, "").statusCode(200).extract().jsonPath();
    }

    private static String fields(String code, JsonPath issued, String fullName) {
        return """
                {"code":"%s","dossierCode":"%s","fullName":"%s","birthDate":"1985-03-17","sex":"FEMALE","documentNumber":"%s"}
                """.formatted(code, issued.getString("dossierCode"), fullName, LAN.number());
    }

    private static String code(byte[] document) {
        return Traces.of(document).codes().stream().findFirst().orElseThrow();
    }

    private static String text(byte[] document) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
