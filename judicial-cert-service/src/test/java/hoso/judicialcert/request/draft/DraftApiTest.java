package hoso.judicialcert.request.draft;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
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

        assertThat(begin(lan, key)).isEqualTo(draft);
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

    @Test
    void whoBeginsManyAtOnceKeepsNoMoreThanTwentyEither() throws Exception {
        var lan = Citizen.somebody();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = Collections.<Callable<Integer>>nCopies(
                    24, () -> sends(lan, UUID.randomUUID().toString(), BEGUN).statusCode());
            var answers =
                    threads.invokeAll(calls).stream().map(Future::resultNow).toList();

            assertThat(answers).containsOnly(201, 409);
            assertThat(Collections.frequency(answers, 201)).isEqualTo(20);
        }
    }

    @Test
    void ofTwoChangesAtOnceTheSecondIsTold() throws Exception {
        var lan = Citizen.somebody();
        for (var round = 0; round < 5; round++) {
            var draft = begin(lan, UUID.randomUUID().toString());
            Callable<Integer> change = () -> as(lan).header("If-Match", "\"0\"")
                    .contentType("application/json")
                    .body(BEGUN)
                    .put("/certificate-request-drafts/" + draft)
                    .statusCode();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(List.of(change, change)).stream().map(Future::resultNow))
                        .containsExactlyInAnyOrder(200, 412);
            }
        }
    }

    @Test
    void aFormIsNoPlaceForALibrary() {
        var lan = Citizen.somebody();
        var large = "{\"purpose\":\"" + "x".repeat(33_000) + "\"}";

        sends(lan, UUID.randomUUID().toString(), large)
                .then()
                .statusCode(413)
                .body("type", equalTo("/contract/problems.md#too-large"));
        var draft = begin(lan, UUID.randomUUID().toString());
        as(lan).header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(large)
                .put("/certificate-request-drafts/" + draft)
                .then()
                .statusCode(413);
    }

    private static Response sends(Citizen citizen, String key, String form) {
        return as(citizen)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(form)
                .post("/certificate-request-drafts");
    }

    private static String begin(Citizen citizen, String key) {
        return sends(citizen, key, BEGUN).then().statusCode(201).extract().path("draftId");
    }

    private static RequestSpecification as(Citizen citizen) {
        return given().auth().oauth2(citizen.token());
    }
}
