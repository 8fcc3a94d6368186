package hoso.judicialcert.request;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
class DraftApiTest {
    private static final String BEGUN = "{\"kind\":\"NO_1\",\"purpose\":\"Xin việc làm\"}";

    @Test
    void aDraftIsKeptChangedAndDropped() {
        var lan = Citizen.somebody();
        var draft = begin(lan, UUID.randomUUID().toString());

        as(lan).get("/certificate-request-drafts/" + draft)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("status", equalTo("DRAFT"))
                .body("form.purpose", equalTo("Xin việc làm"));
        as(lan).header("If-Match", "\"0\"")
                .contentType("application/json")
                .body("{\"kind\":\"NO_2\"}")
                .put("/certificate-request-drafts/" + draft)
                .then()
                .statusCode(200)
                .body("form.kind", equalTo("NO_2"));
        as(lan).header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(BEGUN)
                .put("/certificate-request-drafts/" + draft)
                .then()
                .statusCode(412);
        as(lan).delete("/certificate-request-drafts/" + draft).then().statusCode(204);
        as(lan).get("/certificate-request-drafts").then().body("items", hasSize(0));
    }

    @Test
    void aDraftSentTwiceIsOneAndSomebodyElsesIsNotThere() {
        var lan = Citizen.somebody();
        var key = UUID.randomUUID().toString();

        var draft = begin(lan, key);

        org.assertj.core.api.Assertions.assertThat(begin(lan, key)).isEqualTo(draft);
        as(lan).get("/certificate-request-drafts").then().body("items", hasSize(1));
        var stranger = Citizen.somebody();
        as(stranger).get("/certificate-request-drafts/" + draft).then().statusCode(404);
        as(stranger).delete("/certificate-request-drafts/" + draft).then().statusCode(404);
        as(stranger)
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(BEGUN)
                .put("/certificate-request-drafts/" + draft)
                .then()
                .statusCode(404);
    }

    @Test
    void nobodyKeepsMoreThanTwentyDrafts() {
        var lan = Citizen.somebody();
        for (var count = 0; count < 20; count++) {
            begin(lan, UUID.randomUUID().toString());
        }

        as(lan).header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(BEGUN)
                .post("/certificate-request-drafts")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#too-many-drafts"));
    }

    private static String begin(Citizen citizen, String key) {
        return as(citizen)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(BEGUN)
                .post("/certificate-request-drafts")
                .then()
                .statusCode(201)
                .extract()
                .path("draftId");
    }

    private static RequestSpecification as(Citizen citizen) {
        return given().auth().oauth2(citizen.token());
    }
}
