package hoso.judicialcert.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
class AgencyRequestApiTest {

    @Test
    void anAgencyAsksForNothingAndGetsTheCertificateItAskedFor() {
        var lan = Citizen.somebody();
        var key = UUID.randomUUID().toString();
        var body = question(lan, "NO_1");
        var id = asks("BHXH", key, body)
                .then()
                .statusCode(201)
                .body("status", equalTo("CHECKING"))
                .extract()
                .<String>path("requestId");
        asks("BHXH", key, body).then().statusCode(201).body("requestId", equalTo(id));
        // A procedure of the Ministry, wherever the person lives.
        assertThat(reads("BHXH", id).<String>path("dossierCode")).startsWith("000.00.00.G01-");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> reads("BHXH", id).then().body("status", equalTo("ISSUED")));

        var document = given().auth()
                .oauth2(agency("BHXH"))
                .get("/agency/certificate-requests/" + id + "/document")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        assertThat(new String(document, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        reads("SNV-HN", id).then().statusCode(404);
        given().auth()
                .oauth2(agency("SNV-HN"))
                .get("/agency/certificate-requests/" + id + "/document")
                .then()
                .statusCode(404);
    }

    @Test
    void onlyAProcedureAgencyAsksForNumberTwoAndWithinADay() {
        var lan = Citizen.somebody();

        asks("BHXH", UUID.randomUUID().toString(), question(lan, "NO_2"))
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#not-entitled"));

        var asked = asks("VKS-HN", UUID.randomUUID().toString(), question(lan, "NO_2"))
                .then()
                .statusCode(201)
                .extract();
        var within = Duration.between(
                Instant.parse(asked.path("receivedAt")), Instant.parse(asked.<String>path("expectedAt")));
        assertThat(within).isEqualTo(Duration.ofHours(24));
    }

    @Test
    void anOrganisationTheLawDoesNotNameIsRefused() {
        asks("CTY-TU-NHAN", UUID.randomUUID().toString(), question(Citizen.somebody(), "NO_1"))
                .then()
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#not-an-asking-organisation"));
    }

    @Test
    void withoutAGroundNothingIsAsked() {
        asks("BHXH", UUID.randomUUID().toString(), "{\"kind\":\"NO_1\",\"purpose\":\"x\"}")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        equalTo(java.util.List.of("/person", "/legalBasis", "/procedure", "/officerId")));
    }

    private static Response asks(String organisation, String key, String body) {
        return given().auth()
                .oauth2(agency(organisation))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post("/agency/certificate-requests");
    }

    private static Response reads(String organisation, String id) {
        return given().auth().oauth2(agency(organisation)).get("/agency/certificate-requests/" + id);
    }

    private static String question(Citizen about, String kind) {
        return """
                {"person":{"personalNumber":"%s","fullName":"%s","birthDate":"%s"},"kind":"%s",
                 "purpose":"Tuyển dụng viên chức","legalBasis":"Điều 7 Luật Lý lịch tư pháp","procedure":"1.005392",
                 "officerId":"CB-0042"}
                """.formatted(about.number(), about.fullName(), about.birthDate(), kind);
    }

    private static String agency(String organisation) {
        return Tokens.machine("agency-" + organisation, "agency", organisation);
    }
}
