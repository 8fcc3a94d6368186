package hoso.judicialcert.sharing.share;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hoso.chassis.problem.ProblemException;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.chassis.vault.BlindIndex;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Point 7: multiple use.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class MultipleUseApiTest {
    private static final Citizen LAN = Citizen.somebody();

    @Inject
    DataSource database;

    @Inject
    BlindIndex blindIndex;

    @Inject
    Passcodes passcodes;

    @BeforeEach
    void aCertificate() {
        if (certificate() == null) {
            LAN.isIssued();
        }
    }

    @Test
    void anEmployerOpensWhatTheHolderSharedAndFetchesTheDocumentOnce() {
        var share = shares(LAN, "");

        assertThat(share.getString("code")).matches("[A-Za-z0-9_-]{43}");
        assertThat(share.getString("link"))
                .isEqualTo("http://localhost:8080/certificate-share#" + share.getString("code"));
        var opened = open(share.getString("code"), null);
        opened.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("standing", equalTo("VALID"))
                .body("kind", equalTo("NO_1"))
                .body("agency", equalTo("H26"))
                .body("number", endsWith("-LLTP"))
                .body("purpose", equalTo("Xin việc làm"))
                .body("usesLeft", equalTo(9))
                .body(not(containsString(LAN.number())))
                .body(not(containsString(LAN.fullName())));
        var ticket = opened.jsonPath().getString("ticket");

        var document = fetch(ticket).then().statusCode(200).extract().asByteArray();
        assertThat(document).isEqualTo(LAN.document(share.getString("certificateId")));
        fetch(ticket).then().statusCode(410).body("type", endsWith("#ticket-over"));
        fetch("made-up").then().statusCode(410).body("type", endsWith("#ticket-over"));
        fetch(null).then().statusCode(410);
    }

    @Test
    void theHolderSeesEveryUse() {
        var share = shares(LAN, "");
        var ticket = open(share.getString("code"), null).jsonPath().getString("ticket");
        fetch(ticket).then().statusCode(200);
        open(share.getString("code"), null);

        var seen = get(LAN, "/certificate-shares/" + share.getString("shareId"))
                .then()
                .statusCode(200)
                .body("code", nullValue())
                .body("link", nullValue())
                .extract()
                .jsonPath();

        assertThat(seen.getInt("uses")).isEqualTo(2);
        assertThat(seen.getList("openings.name")).isEqualTo(List.of("Trần Văn Tuyển", "Trần Văn Tuyển"));
        assertThat(seen.getString("openings[0].documentAt")).isNotNull();
        assertThat(seen.getString("openings[1].documentAt")).isNull();
        assertThat(journal(LAN, share).getList("items.kind"))
                .contains("SHARE_DOCUMENT", "SHARE_OPENED", "SHARE_OPENED");
    }

    @Test
    void aWrongCodeLooksLikeAnUnknownOne() {
        var share = shares(LAN, "");
        var code = share.getString("code");
        var other = (code.charAt(0) == 'A' ? 'B' : 'A') + code.substring(1);

        var answers = List.of(other, "x", code + "x", share.getString("shareId"), "' or 1=1 --").stream()
                .map(wrong -> open(wrong, null).then().statusCode(404).extract().asString())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
    }

    @Test
    void sixteenAtOnceOpenAShareOfThreeUsesThreeTimes() throws Exception {
        var share = shares(LAN, "\"maxUses\":3,");
        var code = share.getString("code");

        var codes = atOnce(16, () -> open(code, null).statusCode());

        assertThat(codes).hasSize(16).containsOnly(200, 410);
        assertThat(codes.stream().filter(status -> status == 200)).hasSize(3);
        assertThat(seen(share).getInt("uses")).isEqualTo(3);
        assertThat(seen(share).getString("state")).isEqualTo("USED_UP");
        open(code, null).then().statusCode(410).body("state", equalTo("USED_UP"));
    }

    @Test
    void sixteenAtOnceWithOneKeyAreOneUse() throws Exception {
        var share = shares(LAN, "\"maxUses\":2,");
        var key = UUID.randomUUID().toString();

        var tickets = atOnce(
                16,
                () -> open(share.getString("code"), null, key)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getString("ticket"));

        assertThat(tickets.stream().distinct()).hasSize(1);
        assertThat(seen(share).getInt("uses")).isEqualTo(1);
        opens(share.getString("code"), null, key, "Somebody Else")
                .then()
                .statusCode(422)
                .body("type", endsWith("#idempotency-key-reused"));
        assertThat(atOnce(16, () -> fetch(tickets.getFirst()).statusCode()).stream()
                        .filter(status -> status == 200))
                .hasSize(1);
    }

    @Test
    void anOpeningNeedsAKeyAndAName() {
        given().contentType("application/json")
                .body("{\"code\":\"x\",\"name\":\"x\"}")
                .post("/certificate-shares/opening")
                .then()
                .statusCode(400)
                .body("type", endsWith("#idempotency-key-missing"));
        opens("x", null, "k", "").then().statusCode(422).body("errors.pointer", hasItems("/name"));
    }

    @Test
    void aPasscodeIsAskedForAndTheFifthWrongOneLocks() {
        var share = shares(LAN, "\"passcode\":\"204060\",");
        var code = share.getString("code");

        open(code, null).then().statusCode(403).body("type", endsWith("#passcode-needed"));
        open(code, "204060").then().statusCode(200);
        for (var left = 4; left >= 0; left--) {
            open(code, "204061").then().statusCode(403).body("attemptsLeft", equalTo(left));
        }
        open(code, "204060").then().statusCode(410).body("state", equalTo("LOCKED"));

        assertThat(seen(share).getString("state")).isEqualTo("LOCKED");
        assertThat(journal(LAN, share).getList("items.detail")).contains("LOCKED", "PASSCODE_WRONG");
    }

    @Test
    void guessesAtTheSameMomentAreCountedToo() throws Exception {
        var share = shares(LAN, "\"passcode\":\"204060\",");

        var codes = atOnce(12, () -> open(share.getString("code"), "000000").statusCode());

        assertThat(codes.stream().filter(status -> status == 403)).hasSize(5);
        assertThat(codes.stream().filter(status -> status == 410)).hasSize(7);
    }

    @Test
    void whatIsEndedIsRefusedAtOnceWithTicketsThatWereGivenOut() {
        var share = shares(LAN, "");
        var ticket = open(share.getString("code"), null).jsonPath().getString("ticket");

        post(LAN, "/certificate-shares/" + share.getString("shareId") + "/ending")
                .then()
                .statusCode(200)
                .body("state", equalTo("ENDED"));

        open(share.getString("code"), null).then().statusCode(410).body("state", equalTo("ENDED"));
        fetch(ticket).then().statusCode(410).body("type", endsWith("#share-over"));
        post(LAN, "/certificate-shares/" + share.getString("shareId") + "/ending")
                .then()
                .statusCode(200);
    }

    @Test
    void allAreEndedTogether() {
        var huong = Citizen.somebody();
        certificateOf(huong);
        var first = shares(huong, "");
        var second = shares(huong, "");

        post(huong, "/certificate-shares/ending").then().statusCode(200).body("ended", equalTo(2));

        open(first.getString("code"), null).then().statusCode(410);
        open(second.getString("code"), null).then().statusCode(410);
        post(huong, "/certificate-shares/ending").then().statusCode(200).body("ended", equalTo(0));
        assertThat(get(huong, "/certificate-shares").jsonPath().getList("items.state"))
                .isEqualTo(List.of("ENDED", "ENDED"));
    }

    @Test
    void anExpiredShareIsRefused() throws SQLException {
        var share = shares(LAN, "");
        Sql.run(
                database,
                "update certificate_share set made_at = now() - interval '8 days', until = now() - interval '1 second' where id = '"
                        + share.getString("shareId") + "'");

        open(share.getString("code"), null).then().statusCode(410).body("state", equalTo("EXPIRED"));
    }

    @Test
    void aRecalledCertificateIsToldAsSuchAndItsDocumentNotHandedOut() throws SQLException {
        var hoa = Citizen.somebody();
        var id = certificateOf(hoa);
        var share = shares(hoa, "");
        var ticket = open(share.getString("code"), null).jsonPath().getString("ticket");
        Sql.run(
                database,
                "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR', standing_since = now() where id = '"
                        + id + "'");

        open(share.getString("code"), null)
                .then()
                .statusCode(200)
                .body("standing", equalTo("REVOKED"))
                .body("ticket", nullValue());
        fetch(ticket).then().statusCode(409).body("standing", equalTo("REVOKED"));
        makes(hoa, id, "", UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", endsWith("#counts-no-more"));
    }

    @Test
    void nobodyIsAskedForANo2SoNoneIsShared() throws SQLException {
        var mai = Citizen.somebody();
        var id = certificateOf(mai);
        Sql.run(database, "update certificate set kind = 'NO_2' where id = '" + id + "'");

        makes(mai, id, "", UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("type", endsWith("#kind-not-shareable"))
                .body("rule", equalTo("L107-2025/no-2-is-not-shared"));
    }

    @Test
    void whatIsTooLongOrTooOftenIsToldWithTheBounds() {
        var tooLong = TestClock.now().plus(Duration.ofDays(91));
        var past = TestClock.now().minusSeconds(60);
        for (var wrong : List.of(
                "\"until\":\"" + tooLong + "\",",
                "\"until\":\"" + past + "\",",
                "\"maxUses\":0,",
                "\"maxUses\":101,")) {
            makes(LAN, certificate(), wrong, UUID.randomUUID().toString())
                    .then()
                    .statusCode(422)
                    .body("type", endsWith("#share-out-of-bounds"))
                    .body("maxDays", equalTo(90))
                    .body("maxUses", equalTo(100));
        }
        makes(LAN, certificate(), "\"passcode\":\"12ab\",", UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/passcode"));
    }

    @Test
    void somebodyElsesCertificateAndShareAreNotThere() {
        var share = shares(LAN, "");
        var minh = Citizen.somebody();
        var path = "/certificate-shares/" + share.getString("shareId");

        makes(minh, certificate(), "", UUID.randomUUID().toString()).then().statusCode(404);
        get(minh, path).then().statusCode(404);
        post(minh, path + "/ending").then().statusCode(404);
        given().auth()
                .oauth2(Tokens.citizen(LAN.id(), 2, 1))
                .contentType("application/json")
                .header("Idempotency-Key", "k")
                .body(body(certificate(), ""))
                .post("/certificate-shares")
                .then()
                .statusCode(401);
        open(share.getString("code"), null).then().statusCode(200);
    }

    @Test
    void theSameKeyMakesOneShareAndTellsItsCodeAgain() {
        var key = UUID.randomUUID().toString();

        var first = makes(LAN, certificate(), "\"passcode\":\"204060\",", key).jsonPath();
        var again = makes(LAN, certificate(), "\"passcode\":\"204060\",", key)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        assertThat(again.getString("shareId")).isEqualTo(first.getString("shareId"));
        assertThat(again.getString("code")).isEqualTo(first.getString("code"));
        makes(LAN, certificate(), "\"passcode\":\"204061\",", key).then().statusCode(422);
    }

    /// The hash is the one that was made before: PBKDF2 of this passcode, for this share.
    @Test
    void aPasscodeThatWasKeptInTheOldWayOpensAndIsKeptInTheNewWay() throws Exception {
        var share = shares(LAN, "\"passcode\":\"204060\",");
        var code = share.getString("code");
        keepInTheOldWay(share.getString("shareId"), "204060");

        open(code, "204061").then().statusCode(403).body("type", endsWith("#passcode-wrong"));
        assertThat(kept(share)).hasSize(32);
        open(code, "204060").then().statusCode(200);
        assertThat(new String(kept(share), StandardCharsets.US_ASCII)).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        open(code, "204061").then().statusCode(403).body("attemptsLeft", equalTo(3));
        open(code, "204060").then().statusCode(200);
    }

    /// Whoever finds no place is told when to come again, in time for the gateway; nothing of it is a wrong passcode.
    @Test
    void manyPasscodesAtOnceAreAnsweredOrSentAwayForAMoment() throws Exception {
        var share = shares(LAN, "\"passcode\":\"204060\",\"maxUses\":100,");

        var answers = atOnce(40, () -> open(share.getString("code"), "204060"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isIn(200, 503);
            if (answer.statusCode() == 503) {
                assertThat(answer.header("Retry-After")).isEqualTo("5");
            }
        });
        assertThat(seen(share).getInt("uses")).isEqualTo((int)
                answers.stream().filter(answer -> answer.statusCode() == 200).count());
    }

    @Test
    void whoLostTheAnswerGetsTheLinkByTheSameKeyWhileManyWaitForTheirPasscodes() throws Exception {
        var key = UUID.randomUUID().toString();
        var wish = "\"passcode\":\"204060\",\"maxUses\":100,";
        var first = makes(LAN, certificate(), wish, key)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 50; i++) {
                threads.execute(() -> {
                    try {
                        passcodes.fresh("204060");
                    } catch (ProblemException _) {
                        // Too many wait already, which is what this is for.
                    }
                });
            }
            for (var i = 0; i < 5; i++) {
                makes(LAN, certificate(), wish, key)
                        .then()
                        .statusCode(201)
                        .body("link", equalTo(first.getString("link")));
            }
        }
    }

    @Test
    void noTableHoldsASecretAPasscodeOrAName() throws SQLException {
        var share = shares(LAN, "\"passcode\":\"918273\",");
        var opened = open(share.getString("code"), "918273").jsonPath();

        for (var table : List.of("certificate_share", "share_opening", "journal_access", "idempotency_key", "outbox")) {
            assertThat(dump(table))
                    .as(table)
                    .doesNotContain(share.getString("code"))
                    .doesNotContain(opened.getString("ticket"))
                    // By itself, not within an id or the fraction of a second.
                    .doesNotContainPattern("(?<![.0-9a-f-])918273(?![0-9a-f-])")
                    .doesNotContain("Trần Văn Tuyển")
                    .doesNotContain("Công ty Thử Nghiệm");
        }
    }

    @Test
    void othersHearOfSharesInOrderAndLearnNothingMore() {
        var share = shares(LAN, "");
        open(share.getString("code"), null);
        post(LAN, "/certificate-shares/" + share.getString("shareId") + "/ending");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.access.v1", share.getString("shareId")))
                        .extracting(Topic.Published::type)
                        .containsExactly(
                                "hoso.judicial-cert.CertificateShared.v1",
                                "hoso.judicial-cert.CertificateShareOpened.v1",
                                "hoso.judicial-cert.CertificateShareEnded.v1"));
        assertThat(Topic.read("judicial-cert.access.v1").toString())
                .doesNotContain(share.getString("code"))
                .doesNotContain(LAN.number())
                .doesNotContain("Thử Nghiệm");
    }

    @Test
    void noMoreThanFiftySharesOfACertificateAreOpen() throws SQLException {
        var minh = Citizen.somebody();
        var certificate = certificateOf(minh);
        var one = shares(minh, "").getString("shareId");
        Sql.run(database, """
                insert into certificate_share
                (id, certificate_id, holder, subject, secret_mark, content, made_at, until, max_uses, uses, wrong_passcodes, told)
                select gen_random_uuid(), certificate_id, holder, subject, uuid_send(gen_random_uuid()), content, made_at, until,
                       max_uses, 0, 0, 1
                from certificate_share, generate_series(1, 49) where id = '""" + one + "'");

        makes(minh, certificate, "\"passcode\":\"204060\",", UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", endsWith("#too-many-shares"))
                .body("most", equalTo(50));
        given().auth()
                .oauth2(minh.token())
                .post("/certificate-shares/" + one + "/ending")
                .then()
                .statusCode(200);
        shares(minh, "");
    }

    private void keepInTheOldWay(String share, String passcode) throws Exception {
        var mark = HexFormat.of().formatHex(blindIndex.of("share-passcode:" + share + ":" + passcode));
        var spec = new PBEKeySpec(mark.toCharArray(), share.getBytes(StandardCharsets.US_ASCII), 600_000, 256);
        var old = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();
        Sql.run(
                database,
                "update certificate_share set passcode = decode('"
                        + HexFormat.of().formatHex(old) + "', 'hex') where id = '" + share + "'");
    }

    private byte[] kept(JsonPath share) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select passcode from certificate_share where id = '" + share.getString("shareId") + "'")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private static @Nullable String certificate() {
        return get(LAN, "/certificate-requests").jsonPath().getString("items[0].certificateId");
    }

    private static String certificateOf(Citizen holder) {
        return holder.isIssued().getString("certificateId");
    }

    private static JsonPath shares(Citizen holder, String more) {
        var id = get(holder, "/certificate-requests").jsonPath().getString("items[0].certificateId");
        return makes(holder, id, more, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static Response makes(Citizen holder, @Nullable String id, String more, String key) {
        return given().auth()
                .oauth2(holder.token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body(id, more))
                .post("/certificate-shares");
    }

    private static String body(@Nullable String id, String more) {
        return """
                {"certificateId":"%s",%s"purpose":"Xin việc làm","recipient":"Công ty Thử Nghiệm"}
                """.formatted(id, more);
    }

    private static Response open(String code, @Nullable String passcode) {
        return open(code, passcode, UUID.randomUUID().toString());
    }

    private static Response open(String code, @Nullable String passcode, String key) {
        return opens(code, passcode, key, "Trần Văn Tuyển");
    }

    private static Response opens(String code, @Nullable String passcode, String key, String name) {
        var given = passcode == null ? "" : "\"passcode\":\"" + passcode + "\",";
        return given().contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"code\":\"" + code + "\"," + given + "\"name\":\"" + name + "\"}")
                .post("/certificate-shares/opening");
    }

    private static Response fetch(@Nullable String ticket) {
        return given().contentType("application/json")
                .body(ticket == null ? "{}" : "{\"ticket\":\"" + ticket + "\"}")
                .post("/certificate-shares/opening/document");
    }

    private static JsonPath seen(JsonPath share) {
        return get(LAN, "/certificate-shares/" + share.getString("shareId")).jsonPath();
    }

    private static JsonPath journal(Citizen holder, JsonPath share) {
        assertThat(share.getString("certificateId")).isNotNull();
        return get(holder, "/certificate-access-journal?limit=100")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response get(Citizen who, String path) {
        return given().auth().oauth2(who.token()).get(path);
    }

    private static Response post(Citizen who, String path) {
        return given().auth().oauth2(who.token()).post(path);
    }

    private static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new java.util.ArrayList<T>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> call).toList())) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    /// Every row as text, bytes as the text they would be.
    private String dump(String table) throws SQLException {
        var all = new StringBuilder();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select * from " + table)) {
            while (rows.next()) {
                for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    var value = rows.getObject(i);
                    all.append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                            .append('|');
                }
            }
        }
        return all.toString();
    }
}
