package hoso.chassis.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import hoso.chassis.database.Statements;
import hoso.chassis.hash.Sha256;
import hoso.chassis.problem.Faults;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.chassis.vault.BlindIndex;
import hoso.chassis.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The chassis on real servers: what it promises to every service.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Tag("edge")
class ChassisTest {
    static final UUID PERSON = UUID.fromString("0199d5b0-0000-7000-8000-000000000001");

    @Inject
    Statements statements;

    @Inject
    Things things;

    @Inject
    Outbox outbox;

    @Inject
    Vault vault;

    @Inject
    BlindIndex blindIndex;

    @Inject
    EntityManager entities;

    @Test
    void aCommittedFactIsToldOnceAsACloudEvent() {
        var id = things.made("cái ấm").toString();

        await().until(() -> !Topic.read(Things.TOPIC, id).isEmpty());

        var told = Topic.read(Things.TOPIC, id);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().key()).isEqualTo(id);
        assertThat(told.getFirst().data().get("name").asText()).isEqualTo("cái ấm");
        assertThat(told.getFirst().headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_type", Things.TYPE)
                .containsEntry("ce_source", "/chassis-test")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_dataschema", "/contract/events/ThingMade.v1.schema.json")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void whatWasRolledBackIsNeverTold() {
        assertThatThrownBy(() -> things.madeThenFailed("nothing")).isInstanceOf(IllegalStateException.class);
        var after = things.made("something").toString();

        await().until(() -> !Topic.read(Things.TOPIC, after).isEmpty());

        assertThat(Topic.read(Things.TOPIC))
                .noneMatch(told -> told.data().path("name").asText().equals("nothing"));
    }

    @Test
    void withoutATransactionThereIsNoFact() {
        var fact = Event.of(Things.TOPIC, Things.TYPE, "k", "s", 1, Map.of());

        assertThatThrownBy(() -> outbox.append(fact)).isInstanceOf(TransactionalException.class);
    }

    @Test
    void theReconcilerTellsWhatTheRelayNeverSaw() {
        var id = UUID.randomUUID();
        var message = Message.write(
                Things.TOPIC,
                "lost",
                Map.of("ce_id", id.toString(), "ce_subject", "lost"),
                "{}".getBytes(StandardCharsets.UTF_8));
        // A row without its log message is what a discarded slot leaves behind.
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "insert into outbox (id, topic, message) values (:id, :topic, :message)")
                        .setParameter("id", id)
                        .setParameter("topic", Things.TOPIC)
                        .setParameter("message", message)
                        .executeUpdate());
        things.made("beside it");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !Topic.read(Things.TOPIC, "lost").isEmpty());

        assertThat(Topic.read(Things.TOPIC, "lost")).hasSize(1);
    }

    @Test
    void anEventThatComesThreeTimesHasOneEffect() {
        var id = UUID.randomUUID();
        for (var i = 0; i < 3; i++) {
            Topic.publish(
                    id, Things.OthersListener.TOPIC, "hoso.other.ThingMade.v1", "k", "s", "{\"name\":\"x\",\"new\":1}");
        }
        var last = Topic.publish(Things.OthersListener.TOPIC, "hoso.other.ThingMade.v1", "k", "s", "{\"name\":\"y\"}");

        await().until(() -> things.heardOf(last) == 1);

        assertThat(things.heardOf(id)).isEqualTo(1);
    }

    @Test
    void poisonIsPutAsideAndThePartitionGoesOn() {
        var dead = "chassis-test.others." + Things.OthersListener.TOPIC + ".dead";
        var poison = Topic.publish(
                Things.OthersListener.TOPIC, "hoso.other.ThingMade.v1", "same", "s", "{\"name\":\"poison\"}");
        Topic.put(Things.OthersListener.TOPIC, "same", Map.of(), "not an event".getBytes(StandardCharsets.UTF_8));
        var after =
                Topic.publish(Things.OthersListener.TOPIC, "hoso.other.ThingMade.v1", "same", "s", "{\"name\":\"z\"}");

        await().until(() -> things.heardOf(after) == 1);

        assertThat(things.heardOf(poison))
                .as("its effect went with its transaction")
                .isZero();
        assertThat(rawReasons(dead))
                .containsExactlyInAnyOrder(IllegalStateException.class.getName(), Unreadable.class.getName());
    }

    private static List<String> rawReasons(String topic) {
        return Topic.headers(topic, "dead-reason");
    }

    @Test
    void theSameKeyFromManyThreadsMakesOneThing() throws Exception {
        var token = Tokens.citizen(PERSON);
        var before = things.count("thing");
        Callable<String> call = () -> given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "one-of-many")
                .contentType("application/json")
                .body("{\"name\":\"once\"}")
                .post("/things")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> call).toList());

            var ids = new java.util.HashSet<String>();
            for (var answer : answers) {
                ids.add(answer.get());
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(things.count("thing")).isEqualTo(before + 1);
    }

    @Test
    void aKeyIsAskedForAndBelongsToOneRequest() {
        var token = Tokens.citizen(PERSON);
        given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body("{\"name\":\"a\"}")
                .post("/things")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/contract/problems.md#idempotency-key-missing"));
        given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "reused")
                .contentType("application/json")
                .body("{\"name\":\"a\"}")
                .post("/things")
                .then()
                .statusCode(201);
        given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "reused")
                .contentType("application/json")
                .body("{\"name\":\"b\"}")
                .post("/things")
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#idempotency-key-reused"));
    }

    @Test
    void problemsAreToldInTheCallersLanguage() {
        var token = Tokens.citizen(PERSON);
        given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "v")
                .contentType("application/json")
                .body("{\"name\":\"\"}")
                .post("/things")
                .then()
                .statusCode(422)
                .body("title", equalTo("Yêu cầu có chỗ chưa đúng"))
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].message", equalTo("Trường này là bắt buộc."));
        given().auth()
                .oauth2(token)
                .header("Idempotency-Key", "v")
                .header("Accept-Language", "en-GB,en;q=0.8")
                .contentType("application/json")
                .body("{\"name\"")
                .post("/things")
                .then()
                .statusCode(400)
                .body("title", equalTo("The request cannot be read"));
        given().auth()
                .oauth2(token)
                .header("Accept-Language", "en")
                .get("/nowhere")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void aBodyOfAnotherShapeIsToldWhere() {
        var wrong = Map.of(
                "{\"name\": \"a\", \"more\": 1}", "/more",
                "{\"name\": {\"first\": \"a\"}}", "/name",
                "[]", "line 1, column 1");
        wrong.forEach((body, at) -> given().auth()
                .oauth2(Tokens.citizen(PERSON))
                .header("Idempotency-Key", "shape")
                .contentType("application/json")
                .body(body)
                .post("/things")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/contract/problems.md#unreadable-body"))
                .body("at", equalTo(at)));
    }

    @Test
    void aBodyThatIsNothingIsToldToo() {
        for (var nothing : List.of("null", " null ", "")) {
            given().auth()
                    .oauth2(Tokens.citizen(PERSON))
                    .header("Idempotency-Key", "nothing")
                    .contentType("application/json")
                    .body(nothing)
                    .post("/things")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/contract/problems.md#unreadable-body"))
                    .body("at", equalTo("/"));
        }
    }

    @Test
    void whatWasSentCannotBeGuessedFromTheFingerprint() {
        given().auth()
                .oauth2(Tokens.citizen(PERSON))
                .header("Idempotency-Key", "fingerprint")
                .contentType("application/json")
                .body("{\"name\":\"guessed\"}")
                .post("/things")
                .then()
                .statusCode(201);

        var kept = (byte[]) entities.createNativeQuery(
                        "select fingerprint from idempotency_key where key = 'fingerprint'", byte[].class)
                .getSingleResult();

        assertThat(kept)
                .isEqualTo(blindIndex.of("idempotency:{\"name\":\"guessed\"}"))
                .isNotEqualTo(Sha256.of("{\"name\":\"guessed\"}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFaultTellsAnIncidentAndNothingElse() {
        given().get("/things/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body(containsString("incident"))
                .body(not(containsString("003185000017")))
                .body(not(containsString("Exception")));
    }

    @Test
    void tokensOfAnotherRealmAudienceAgeOrKeyAreRefused() {
        var now = TestClock.now();
        var wrong = new HashMap<>(Map.of(
                "realm", Tokens.sign(Tokens.person(PERSON, "citizen").issuer("https://elsewhere.invalid/realms/hoso")),
                "audience", Tokens.sign(Tokens.person(PERSON, "citizen").audience("another-api")),
                "age",
                        Tokens.sign(Tokens.person(PERSON, "citizen")
                                .issuedAt(now.minusSeconds(900))
                                .expiresAt(now.minusSeconds(300))),
                "signature", Tokens.citizen(PERSON).replaceAll("[^.]{8}$", "AAAAAAAA"),
                "none", "eyJhbGciOiJub25lIn0." + Tokens.citizen(PERSON).split("\\.")[1] + "."));
        for (var dots : List.of(".", "..", "...", ".a.", "a..")) {
            wrong.put(dots, dots);
        }

        wrong.forEach((what, token) -> given().auth()
                .oauth2(token)
                .get("/things/secret")
                .then()
                .statusCode(401)
                .contentType("application/problem+json"));
        given().get("/things/secret")
                .then()
                .statusCode(401)
                .body("type", equalTo("/contract/problems.md#unauthenticated"));
    }

    @Test
    void sensitiveActsNeedLevelTwoAndAFreshPasscode() {
        given().auth()
                .oauth2(Tokens.citizen(PERSON))
                .get("/things/secret")
                .then()
                .statusCode(200);
        given().auth()
                .oauth2(Tokens.citizen(PERSON, 1, 2))
                .get("/things/secret")
                .then()
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#account-level-too-low"));
        given().auth()
                .oauth2(Tokens.citizen(PERSON, 2, 1))
                .get("/things/secret")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"));
        given().auth()
                .oauth2(Tokens.citizen(PERSON, 2, 2, TestClock.now().minusSeconds(900)))
                .get("/things/secret")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(Tokens.machine("hospital-01000", "facility", "01000"))
                .get("/things/secret")
                .then()
                .statusCode(403);
    }

    @Test
    void aPasswordGivenJustNowDoesNotMakeAnOlderPasscodeFresh() {
        var now = TestClock.now();
        var tooOld = now.minus(Duration.ofMinutes(9)).getEpochSecond();
        var claims = Map.<String, Map<String, Object>>of(
                "passcode of nine minutes ago", Map.of("1", now.getEpochSecond(), "2", tooOld),
                "no passcode at all", Map.of("1", now.getEpochSecond()),
                "a time that is none", Map.of("1", now.getEpochSecond(), "2", "now"));

        claims.forEach((what, times) -> given().auth()
                .oauth2(Tokens.sign(Tokens.person(PERSON, "citizen")
                        .claim("account_level", 2)
                        .claim("acr", "2")
                        .claim("auth_time", now.getEpochSecond())
                        .claim("acr_times", times)))
                .get("/things/secret")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", containsString("max_age=300")));
        given().auth()
                .oauth2(Tokens.sign(Tokens.person(PERSON, "citizen")
                        .claim("account_level", 2)
                        .claim("acr", "2")
                        .claim("auth_time", now.getEpochSecond())))
                .get("/things/secret")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsSealedForOneSubjectOpensForNoOtherAndNotAfterForgetting() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        var sealed = vault.seal(one, "bí mật".getBytes(StandardCharsets.UTF_8));
        vault.seal(other, new byte[1]);

        assertThat(new String(vault.open(one, sealed), StandardCharsets.UTF_8)).isEqualTo("bí mật");
        assertThatThrownBy(() -> vault.open(other, sealed)).isInstanceOf(IllegalStateException.class);
        vault.forget(one);
        assertThatThrownBy(() -> vault.open(one, sealed)).isInstanceOf(NoSuchElementException.class);
        assertThat(blindIndex.of("003185000017")).hasSize(32).isEqualTo(blindIndex.of("003185000017"));
    }

    @Test
    void aSubjectForgottenInTheTransactionThatSealedForItStaysForgotten() {
        var subject = UUID.randomUUID();
        var sealed = QuarkusTransaction.requiringNew().call(() -> {
            var bytes = vault.seal(subject, "bí mật".getBytes(StandardCharsets.UTF_8));
            vault.forget(subject);
            return bytes;
        });

        assertThatThrownBy(() -> vault.open(subject, sealed)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aTransactionReadsAndMakesAKeyOnce() {
        var subject = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            var first = vault.seal(subject, new byte[] {1});
            var second = vault.seal(subject, new byte[] {2});
            assertThat(vault.open(subject, first)).containsExactly(1);
            assertThat(vault.open(subject, second)).containsExactly(2);
        });
        var other = UUID.randomUUID();
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    vault.seal(other, new byte[] {3});
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(vault.open(other, vault.seal(other, new byte[] {4}))).containsExactly(4);
    }

    @Test
    void whatNoTextCanHoldIsKnownAsTheSendersMistake() {
        assertThatThrownBy(() -> statements.first("select cast(? as text)", row -> row.getString(1), "a\u0000b"))
                .satisfies(fault -> assertThat(Faults.isUnkeepableText(fault)).isTrue());
        assertThat(statements.first("select cast(? as text)", row -> row.getString(1), "ổn"))
                .hasValue("ổn");
    }
}
