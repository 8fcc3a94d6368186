package hoso.healthrecord.sharing.card;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.sends;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.Inflater;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A card that a rescuer verifies without a network.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class CardApiTest {
    private static final String ISSUER = "http://localhost:8080/api/health-record";

    private final Story lan = new Story();
    private Identity identity;

    @BeforeEach
    void aRecordWithAChronicDisease() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        lan.integrates().statusCode(200);
        sends(lan.claim(Story.episode())
                        .tag("XML1", "MA_BENH_CHINH", "I10")
                        .tag("XML1", "CHAN_DOAN_RV", "Tăng huyết áp nguyên phát")
                        .bytes())
                .statusCode(201);
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aCardTellsWhoItIsAndTheChronicDiseaseAndFitsOneCode() throws Exception {
        var card = issues("k");

        var jws = read(card.getString("qr"));
        assertThat(jws).isEqualTo(card.getString("verifiableCredential[0]")).hasSizeLessThanOrEqualTo(1_195);
        var payload = verified(jws);
        assertThat(payload.path("iss").asText()).isEqualTo(ISSUER);
        assertThat(payload.path("vc").path("type").path(0).asText()).isEqualTo("https://smarthealth.cards#health-card");
        var bundle = payload.path("vc").path("credentialSubject").path("fhirBundle");
        assertThat(bundle.findValuesAsText("resourceType")).contains("Patient", "Condition");
        assertThat(bundle.toString())
                .contains(NAME, "1985-03-17", "I10", "882-1")
                .doesNotContain(lan.number, "WBC", "meta");
    }

    @Test
    void aCardWithOneCharacterChangedIsNotVerified() throws Exception {
        var jws = issues("k").getString("verifiableCredential[0]");
        var parts = jws.split("\\.", -1);
        var other = parts[1].charAt(10) == 'A' ? 'B' : 'A';
        var forged = parts[0] + "." + parts[1].substring(0, 10) + other + parts[1].substring(11) + "." + parts[2];

        assertThat(signature(jws).verifySignature()).isTrue();
        assertThat(signature(forged).verifySignature()).isFalse();
    }

    @Test
    void aLostCardStandsOnTheRevocationListAndNobodyCanBeToldFromIt() throws Exception {
        var card = issues("k");
        var jws = card.getString("verifiableCredential[0]");
        var key = signature(jws).getKeyIdHeaderValue();
        var rid = verified(jws).path("vc").path("rid").asText();
        var before = revoked(key);

        for (int i = 0; i < 2; i++) {
            lan.citizen()
                    .post("/records/me/emergency-cards/" + card.getString("cardId") + "/revocation")
                    .then()
                    .statusCode(200);
        }

        assertThat(before.getList("rids", String.class)).doesNotContain(rid);
        assertThat(revoked(key).getList("rids", String.class)).containsOnlyOnce(rid);
        assertThat(revoked(key).getInt("ctr")).isEqualTo(before.getInt("ctr") + 1);
        assertThat(rid).matches("[A-Za-z0-9_-]{16}");
        given().get("/.well-known/crl/nobody.json").then().statusCode(404);
    }

    @Test
    void theSameKeyIsPublishedAsSetAndAsDidDocument() {
        var set = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var did = given().get("/.well-known/did.json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(set.getString("keys[0].d")).isNull();
        assertThat(set.getString("keys[0].crv")).isEqualTo("P-256");
        assertThat(did.getString("id")).isEqualTo("did:web:localhost%3A8080:api:health-record");
        assertThat(did.getString("verificationMethod[0].publicKeyJwk.x")).isEqualTo(set.getString("keys[0].x"));
    }

    @Test
    void whoLostTheAnswerGetsTheSameCardAndAnothersIsNotFound() {
        var first = issues("same");
        var again = issues("same");
        var huong = new Story();

        assertThat(again.getString("qr")).isEqualTo(first.getString("qr"));
        lan.citizen().get("/records/me/emergency-cards").then().body("items.size()", equalTo(1));
        var path = "/records/me/emergency-cards/" + first.getString("cardId");
        huong.citizen().get(path).then().statusCode(404);
        huong.citizen().post(path + "/revocation").then().statusCode(404);
        huong.citizen()
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post("/records/me/emergency-cards")
                .then()
                .statusCode(409);
    }

    private JsonPath issues(String key) {
        return lan.citizen()
                .contentType("application/json")
                .header("Idempotency-Key", key + lan.number)
                .body("{}")
                .post("/records/me/emergency-cards")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static JsonPath revoked(String key) {
        return given().get("/.well-known/crl/" + key + ".json")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String read(String qr) {
        assertThat(qr).matches("shc:/[0-9]+");
        var digits = qr.substring("shc:/".length());
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i += 2) {
            text.append((char) (Integer.parseInt(digits.substring(i, i + 2)) + 45));
        }
        return text.toString();
    }

    private static JsonWebSignature signature(String jws) throws Exception {
        var signature = new JsonWebSignature();
        signature.setCompactSerialization(jws);
        var keys = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
        signature.setKey(keys.findJsonWebKey(signature.getKeyIdHeaderValue(), "EC", "sig", "ES256")
                .getKey());
        return signature;
    }

    private static JsonNode verified(String jws) throws Exception {
        var signature = signature(jws);
        assertThat(signature.verifySignature()).isTrue();
        assertThat(signature.getHeader("zip")).isEqualTo("DEF");
        var inflater = new Inflater(true);
        inflater.setInput(signature.getPayloadBytes());
        var plain = new byte[100_000];
        var length = inflater.inflate(plain);
        inflater.end();
        return new ObjectMapper().readTree(plain, 0, length);
    }
}
