package hoso.healthrecord.sharing.giving;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.sends;
import static hoso.healthrecord.sharing.Sharing.types;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.sharing.Sharing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What an owner chooses to hand on, and keeps in hand.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class GiveShareApiTest {
    private final Story lan = new Story();
    private Identity identity;
    private String visit;

    @BeforeEach
    void aRecordWithAVisit() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        lan.integrates().statusCode(200);
        visit = sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .path("visitId");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void whoLostTheAnswerGetsTheSameLinkByTheSameKey() {
        var key = Sharing.newKey();
        var idempotencyKey = UUID.randomUUID().toString();
        var first = Sharing.asks(lan, key, "\"passcode\": \"204060\", ", idempotencyKey)
                .statusCode(201);

        var again = Sharing.asks(lan, key, "\"passcode\": \"204060\", ", idempotencyKey)
                .statusCode(201);

        assertThat(again.extract().<String>path("link"))
                .isEqualTo(first.extract().path("link"));
        assertThat(lan.citizen().get("/records/me/shares").jsonPath().getList("items"))
                .hasSize(1);
        Sharing.asks(lan, Sharing.newKey(), "\"passcode\": \"204060\", ", idempotencyKey)
                .statusCode(422)
                .body("type", endsWith("#idempotency-key-reused"));
    }

    @Test
    void theLinkIsToldOnceAndNeverInAList() {
        var share = Sharing.of(lan, "");

        assertThat(share.seenBy(lan).getString("link")).isNull();
        assertThat(lan.citizen().get("/records/me/shares").asString()).doesNotContain("shlink", share.linkKey());
    }

    @Test
    void theLinkComesSignedWithAPublishedKeyAsWell() throws Exception {
        var share = Sharing.of(lan, "");

        var signed = new JsonWebSignature();
        signed.setCompactSerialization(share.answer().getString("signed"));
        var keys = new JsonWebKeySet(
                RestAssured.given().get("/.well-known/jwks.json").asString());
        signed.setKey(keys.findJsonWebKey(signed.getKeyIdHeaderValue(), "EC", "sig", "ES256")
                .getKey());

        assertThat(signed.verifySignature()).isTrue();
        assertThat(signed.getPayload()).isEqualTo(share.payload().toString());
    }

    @Test
    void onlyChosenVisitsAndKindsAreShown() throws Exception {
        var other = sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .<String>path("visitId");
        var one = Sharing.of(lan, "\"content\": {\"visits\": [\"" + visit + "\"]}, ");
        var medication = Sharing.of(lan, "\"content\": {\"kinds\": [\"MEDICATION\"]}, ");

        var files = one.files(one.opens());
        var drugs = medication.files(medication.opens()).getFirst();

        assertThat(files).hasSize(1);
        assertThat(files.getFirst().toString()).contains("Encounter/" + visit).doesNotContain("Encounter/" + other);
        assertThat(types(drugs))
                .contains("Patient", "Encounter", "MedicationRequest")
                .doesNotContain("Condition", "Observation", "DocumentReference");
    }

    @Test
    void aSensitiveVisitIsShownOnlyWhereItsCategoryIsNamed() throws Exception {
        var sensitive = sends(lan.claim(Story.episode())
                        .tag("XML1", "MA_BENH_CHINH", "F32.1")
                        .tag("XML1", "CHAN_DOAN_RV", "Giai đoạn trầm cảm")
                        .bytes())
                .statusCode(201)
                .extract()
                .<String>path("visitId");

        var usual = Sharing.of(lan, "");
        var named = Sharing.of(lan, "\"content\": {\"sensitive\": [\"MENTAL_HEALTH\"]}, ");
        var chosen = "\"content\": {\"visits\": [\"" + sensitive + "\"]}, ";

        assertThat(usual.files(usual.opens()).toString()).doesNotContain("F32", sensitive);
        assertThat(named.files(named.opens()).toString()).contains("F32", sensitive);
        Sharing.asks(lan, Sharing.newKey(), chosen, "s").statusCode(409).body("type", endsWith("#nothing-to-share"));
    }

    @Test
    void anothersLinkIsNotFound() {
        var share = Sharing.of(lan, "");
        var huong = new Story();
        identity.knows(huong.citizen, huong.number, NAME, "1985-03-17");
        huong.integrates().statusCode(200);

        var path = "/records/me/shares/" + share.id();
        huong.citizen().get(path).then().statusCode(404);
        huong.citizen().post(path + "/ending").then().statusCode(404);
        huong.citizen()
                .contentType("application/json")
                .body("{\"key\": \"" + share.linkKey() + "\"}")
                .post(path + "/renewal")
                .then()
                .statusCode(404);
        huong.citizen().get("/records/me/shares").then().body("items.size()", equalTo(0));
        Sharing.asks(huong, Sharing.newKey(), "\"content\": {\"visits\": [\"" + visit + "\"]}, ", "v")
                .statusCode(422)
                .body("errors.pointer", hasItems("/content/visits/0"));
        assertThat(share.seenBy(lan).getString("state")).isEqualTo("OPEN");
        lan.citizen().get("/records/me/shares/x").then().statusCode(404);
    }

    @Test
    void allAreTakenBackTogether() {
        Sharing.of(lan, "");
        Sharing.of(lan, "");

        lan.citizen().post("/records/me/shares/ending").then().statusCode(200).body("ended", equalTo(2));
        lan.citizen().post("/records/me/shares/ending").then().statusCode(200).body("ended", equalTo(0));
    }

    @Test
    void whatIsWrongWithAWishIsToldAtOnce() {
        lan.citizen()
                .contentType("application/json")
                .header("Idempotency-Key", "w")
                .body("""
                        {"key": "short", "passcode": "12345", "maxUses": 0, "direct": true,
                         "until": "2020-01-01T00:00:00Z", "content": {"summary": false}}
                        """)
                .post("/records/me/shares")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems("/recipient", "/key", "/passcode", "/maxUses", "/until", "/content", "/direct"));
    }

    @Test
    void onlyTheOwnerWithAFreshPasscodeMakesOne() {
        RestAssured.given()
                .auth()
                .oauth2(Tokens.citizen(lan.citizen, 2, 1))
                .contentType("application/json")
                .header("Idempotency-Key", "p")
                .body("{\"recipient\": \"x\", \"key\": \"" + Sharing.newKey() + "\"}")
                .post("/records/me/shares")
                .then()
                .statusCode(401);
        RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .post("/records/me/shares")
                .then()
                .statusCode(401);
    }
}
