package hoso.healthrecord.sharing.opening;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.TOPIC;
import static hoso.healthrecord.Story.hospital;
import static hoso.healthrecord.Story.sends;
import static hoso.healthrecord.sharing.Sharing.atOnce;
import static hoso.healthrecord.sharing.Sharing.types;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Topic;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.sharing.Sharing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a recipient gets by a link, and does not.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class OpenShareApiTest {
    private static final String PASSCODE = "204060";

    private final Story lan = new Story();
    private final String episode = Story.episode();
    private Identity identity;
    private String visit;

    @Inject
    DataSource database;

    @BeforeEach
    void aRecordWithAVisit() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        lan.integrates().statusCode(200);
        visit = sends(lan.claim(episode).bytes()).statusCode(201).extract().path("visitId");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void whoHasTheLinkReadsTheRecordAndTheOwnerSeesTheOpening() throws Exception {
        var share = Sharing.of(lan, "\"label\": \"Khám tim\", ");

        var opened = share.opens().header("Cache-Control", "no-store").body("files[0].status", equalTo("finalized"));
        var file = share.files(opened).getFirst();

        assertThat(types(file)).contains("Patient", "Encounter", "Condition", "Observation");
        assertThat(file.toString()).contains("J02");
        assertThat(share.payload().path("label").asText()).isEqualTo("Khám tim");
        assertThat(share.payload().path("v").asInt()).isEqualTo(1);
        assertThat(share.payload().path("url").asText())
                .matches(".*/[A-Za-z0-9_-]{43}")
                .hasSizeLessThanOrEqualTo(128);
        assertThat(share.payload().path("key").asText()).isEqualTo(share.linkKey());
        assertThat(share.answer().getString("link"))
                .isEqualTo(
                        "http://localhost:8080/health-share#" + share.answer().getString("shlink"));
        assertThat(share.seenBy(lan).getInt("uses")).isEqualTo(1);
        assertThat(journal(share)).isEqualTo(1);
        told(share, "RecordShared", "RecordShareOpened");
    }

    @Test
    void aLinkLastsFifteenMinutesUnlessItsOwnerSaysOtherwise() throws Exception {
        var usual = Sharing.of(lan, "").payload().path("exp").asLong();

        assertThat(usual - TestClock.now().getEpochSecond()).isBetween(14 * 60L, 15 * 60L);
        Sharing.asks(lan, Sharing.newKey(), until(Duration.ofDays(2)), "k1").statusCode(422);
        Sharing.asks(lan, Sharing.newKey(), "\"longTerm\": true, " + until(Duration.ofDays(2)), "k2")
                .statusCode(201)
                .body("flags", equalTo("L"));
        Sharing.asks(lan, Sharing.newKey(), "\"longTerm\": true, " + until(Duration.ofDays(400)), "k3")
                .statusCode(422);
    }

    @Test
    void longFilesComeByAddressesThatCountForSomeMinutes() throws Exception {
        var share = Sharing.of(lan, "");

        var location = share.opens("\"embeddedLengthMax\": 10, ")
                .statusCode(200)
                .body("files[0].embedded", equalTo(null))
                .extract()
                .<String>path("files[0].location")
                .replace("http://localhost:8080/api/health-record", "");
        var jwe = given().get(location)
                .then()
                .statusCode(200)
                .contentType("application/jose")
                .extract()
                .asString();

        assertThat(types(share.reads(jwe))).contains("Condition");
        assertThat(journal(share)).isEqualTo(2);
        given().get(location.substring(0, location.length() - 2) + "AA").then().statusCode(404);
        given().get("/share-files/x").then().statusCode(404);
        share.ends(lan).statusCode(200);
        given().get(location).then().statusCode(404);
    }

    @Test
    void aDirectLinkGivesItsOneFile() throws Exception {
        var share = Sharing.of(lan, "\"direct\": true, ");

        var jwe = given().queryParam("recipient", "Phòng khám Thử")
                .get(share.path())
                .then()
                .statusCode(200)
                .contentType("application/jose")
                .extract()
                .asString();

        assertThat(types(share.reads(jwe))).contains("Patient", "Condition");
        given().get(share.path()).then().statusCode(422);
        share.opens().statusCode(404);
        Sharing.asks(lan, Sharing.newKey(), "\"direct\": true, \"passcode\": \"204060\", ", "d")
                .statusCode(422);
        assertThat(journal(share)).isEqualTo(1);
    }

    @Test
    void aWrongPasscodeByTwoHundredAtOnceIsCountedFiveTimesAndLocksForLife() throws Exception {
        var share = Sharing.of(lan, "\"passcode\": \"" + PASSCODE + "\", ");
        share.opensWith(PASSCODE).statusCode(200);
        share.opens().statusCode(401).body("remainingAttempts", equalTo(5));

        var answers = atOnce(200, again(() -> share.opensWith("111111").extract()));

        var left = answers.stream()
                .filter(one -> one.statusCode() == 401)
                .map(one -> one.<Integer>path("remainingAttempts"))
                .toList();
        assertThat(left).containsExactlyInAnyOrder(4, 3, 2, 1, 0);
        assertThat(answers).filteredOn(one -> one.statusCode() == 404).hasSize(195);
        share.opensWith(PASSCODE).statusCode(404);
        assertThat(share.seenBy(lan).getString("state")).isEqualTo("LOCKED");
        assertThat(share.seenBy(lan).getInt("wrongPasscodes")).isEqualTo(5);
        told(share, "RecordShared", "RecordShareOpened", "RecordShareLocked");
    }

    @Test
    void aLinkForOnceOpenedBySixtyFourAtOnceIsOpenedOnce() throws Exception {
        var share = Sharing.of(lan, "\"maxUses\": 1, ");

        var answers = atOnce(64, () -> share.opens().extract().statusCode());

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 404).hasSize(63);
        assertThat(journal(share)).isEqualTo(1);
        assertThat(share.seenBy(lan).getString("state")).isEqualTo("USED_UP");
        told(share, "RecordShared", "RecordShareOpened");
    }

    @Test
    void whatIsOpenedWhileItIsTakenBackIsClosedFromTheAnswerOn() throws Exception {
        var share = Sharing.of(lan, "");
        var path = share.path();
        var seen = new ArrayList<Integer>();

        try (var opener = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var openings = opener.submit(() -> {
                int status;
                do {
                    status = share.opens().extract().statusCode();
                    seen.add(status);
                } while (status == 200);
                return seen;
            });
            await().until(() -> !seen.isEmpty());
            share.ends(lan).statusCode(200).body("state", equalTo("ENDED"));
            given().contentType("application/json")
                    .body("{\"recipient\": \"x\"}")
                    .post(path)
                    .then()
                    .statusCode(404);
            openings.get();
        }

        assertThat(seen).startsWith(200).endsWith(404);
        var shown = (int) seen.stream().filter(status -> status == 200).count();
        assertThat(journal(share)).isEqualTo(shown);
        assertThat(share.seenBy(lan).getInt("uses")).isEqualTo(shown);
        assertThat(rows("select * from share_file where share_id = '" + share.id() + "'"))
                .isEmpty();
    }

    @Test
    void anExpiredLinkIsNotFound() throws Exception {
        var share = Sharing.of(lan, "");
        run("update share set made_at = now() - interval '1 day', until = now() - interval '1 second' where id = '"
                + share.id() + "'");

        share.opens().statusCode(404);
        assertThat(share.seenBy(lan).getString("state")).isEqualTo("EXPIRED");
    }

    @Test
    void whateverIsNoLinkLooksTheSame() throws Exception {
        var share = Sharing.of(lan, "");
        var ended = Sharing.of(lan, "");
        ended.ends(lan).statusCode(200);

        var answers = List.of("/shares/x", "/shares/" + share.id(), ended.path(), share.path() + "x").stream()
                .map(path -> given().contentType("application/json")
                        .body("{\"recipient\": \"x\"}")
                        .post(path)
                        .then()
                        .statusCode(404)
                        .extract()
                        .asString())
                .distinct()
                .toList();

        assertThat(answers).hasSize(1);
    }

    @Test
    void whoOpensSaysWhoTheyAre() throws Exception {
        var share = Sharing.of(lan, "");

        given().contentType("application/json")
                .body("{}")
                .post(share.path())
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body("{\"recipient\": \"\"}")
                .post(share.path())
                .then()
                .statusCode(422);
    }

    @Test
    void whatAFacilityTakesBackOrTheOwnerDisownsLeavesTheLinkAtOnce() throws Exception {
        var other = sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .<String>path("visitId");
        var share = Sharing.of(lan, "\"content\": {\"visits\": [\"" + visit + "\", \"" + other + "\"]}, ");
        assertThat(share.files(share.opens())).hasSize(2);

        lan.citizen().post("/records/me/visits/" + other + "/disowning").then().statusCode(204);
        assertThat(share.files(share.opens())).hasSize(1);
        hospital("01000")
                .contentType("application/json")
                .body(Map.of("episode", episode, "because", "WRONG_PATIENT"))
                .post("/visits/retractions")
                .then()
                .statusCode(200);

        share.opens().statusCode(404);
        assertThat(share.seenBy(lan).getList("files")).containsExactly("withdrawn", "withdrawn");
    }

    @Test
    void whatTheOwnerKeepsFromOthersLeavesTheLinkAtOnce() throws Exception {
        var share = Sharing.of(lan, "");
        share.opens().statusCode(200);

        run("insert into access_denial (record_id, id, target, value, in_emergency, denied_at) select record_id,"
                + " gen_random_uuid(), 'VISIT', '" + visit + "', false, now() from share where id = '" + share.id()
                + "'");

        share.opens().statusCode(404);
        Sharing.asks(lan, Sharing.newKey(), "", "denied" + lan.number).statusCode(409);
    }

    @Test
    void aLinkForLongFollowsTheRecordWhenItsOwnersAppBringsTheKey() throws Exception {
        var share = Sharing.of(lan, "\"longTerm\": true, ");
        share.opens().header("Retry-After", "300").body("files[0].status", equalTo("can-change"));
        sends(lan.claim(episode).tag("XML1", "GHI_CHU", "Đã đính chính").bytes())
                .statusCode(201);
        share.opens().body("files[0].status", equalTo("no-longer-valid"));

        renew(share, Sharing.newKey()).statusCode(422);
        renew(share, share.linkKey()).statusCode(200).body("files", equalTo(List.of("can-change")));

        var file = share.files(share.opens()).getFirst();
        assertThat(file.toString()).contains("Đã đính chính");
        renew(Sharing.of(lan, ""), share.linkKey()).statusCode(409);
    }

    @Test
    void aDumpOfDatabaseAndLogsHoldsNeitherKeyNorPasscodeNorPlainText() throws Exception {
        var logged = new StringBuilder();
        var listener = listener(logged);
        Logger.getLogger("").addHandler(listener);
        var share = Sharing.of(lan, "\"label\": \"Nhãn bí mật\", \"passcode\": \"" + PASSCODE + "\", ");
        share.opensWith(PASSCODE).statusCode(200);
        share.opensWith("111111").statusCode(401);
        Logger.getLogger("").removeHandler(listener);

        var dump = dump() + logged;

        assertThat(dump).contains(share.id());
        var key = Base64.getUrlDecoder().decode(share.linkKey());
        var address = share.path().substring("/shares/".length());
        assertThat(dump.toLowerCase(Locale.ROOT))
                .doesNotContain(
                        share.linkKey().toLowerCase(Locale.ROOT),
                        HexFormat.of().formatHex(key),
                        Base64.getEncoder().encodeToString(key).toLowerCase(Locale.ROOT),
                        hex(share.linkKey()),
                        hex(address),
                        address.toLowerCase(Locale.ROOT),
                        "\"" + PASSCODE + "\"",
                        "nhãn bí mật",
                        hex("Nhãn bí mật"),
                        "bs. trần thị thử",
                        hex("BS. Trần Thị Thử"),
                        hex("resourceType"),
                        "resourcetype");
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private io.restassured.response.ValidatableResponse renew(Sharing share, String key) {
        return lan.citizen()
                .contentType("application/json")
                .body("{\"key\": \"" + key + "\"}")
                .post("/records/me/shares/" + share.id() + "/renewal")
                .then();
    }

    private static String until(Duration later) {
        return "\"until\": \"" + TestClock.now().plus(later) + "\", ";
    }

    /// Where too many wait for their passcodes, one is told to come again, and does.
    private static Callable<io.restassured.response.ExtractableResponse<io.restassured.response.Response>> again(
            Callable<io.restassured.response.ExtractableResponse<io.restassured.response.Response>> call) {
        return () -> {
            var answer = call.call();
            while (answer.statusCode() == 503) {
                answer = call.call();
            }
            return answer;
        };
    }

    /// Entries of the journal about a link at which something was shown.
    private int journal(Sharing share) throws SQLException {
        return rows("select 1 from access_entry where outcome = 'SHOWN' and grant_id = '" + share.id() + "'")
                .size();
    }

    private static void told(Sharing share, String... events) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.read(TOPIC, share.id()))
                        .extracting(Topic.Published::type)
                        .containsExactly(List.of(events).stream()
                                .map(event -> "hoso.health-record." + event + ".v1")
                                .toArray(String[]::new)));
    }

    private static Handler listener(StringBuilder logged) {
        return new Handler() {
            @Override
            public synchronized void publish(LogRecord record) {
                logged.append(record.getMessage()).append('\n');
                if (record.getParameters() != null) {
                    logged.append(List.of(record.getParameters())).append('\n');
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private String dump() throws SQLException {
        var dump = new StringBuilder();
        for (var table : rows("select tablename from pg_tables where schemaname = 'public' order by 1")) {
            rows("select t::text from " + table + " t")
                    .forEach(row -> dump.append(row).append('\n'));
        }
        return dump.toString();
    }

    private void run(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.createStatement()) {
            prepared.executeUpdate(statement);
        }
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                rows.add(found.getString(1));
            }
            return rows;
        }
    }
}
