package hoso.judicialcert.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class AgencyRequestApiTest {
    @Inject
    DataSource database;

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
    void whatAProcedureAgencyAsksForIsHiddenFromTheOneItIsAbout() throws SQLException {
        var lan = Citizen.somebody();
        var id = asks("VKS-HN", UUID.randomUUID().toString(), question(lan, "NO_1"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("requestId");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> reads("VKS-HN", id).then().body("status", equalTo("ISSUED")));
        var certificate = reads("VKS-HN", id).then().extract().<String>path("certificateId");
        document("VKS-HN", id).then().statusCode(200);
        OfficerAtDesk.of("G01")
                .asks()
                .get("/officer/certificate-requests/" + id + "/history")
                .then()
                .statusCode(200);

        for (var page : List.of(
                "/certificate-requests/" + id,
                "/certificate-requests/" + id + "/letters/APOLOGY",
                "/certificates/" + certificate,
                "/certificates/" + certificate + "/document")) {
            as(lan).get(page).then().statusCode(404);
        }
        for (var offer : List.of(
                "/certificates/" + certificate + "/credential-offers",
                "/certificate-requests/" + id + "/credential-offers")) {
            as(lan).header("Idempotency-Key", UUID.randomUUID().toString())
                    .post(offer)
                    .then()
                    .statusCode(404);
        }
        as(lan).get("/certificate-access-journal").then().statusCode(200).body("items.size()", equalTo(0));
        // Kept all the same.
        assertThat(Sql.count(database, "journal_access where withheld and subject = '" + lan.id() + "'"))
                .isEqualTo(2);
    }

    @Test
    void theOneItIsAboutSeesWhatAnAgencyAskedForAndDoesNotWithdrawIt() {
        var lan = Citizen.somebody();
        var id = asks("BHXH", UUID.randomUUID().toString(), question(lan, "NO_1"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("requestId");

        assertThat(lan.sees(id).getString("requestId")).isEqualTo(id);
        as(lan).post("/certificate-requests/" + id + "/withdrawal").then().statusCode(404);
        as(lan).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"text\":\"Không phải tôi hỏi\"}")
                .post("/certificate-requests/" + id + "/supplement")
                .then()
                .statusCode(404);
    }

    @Test
    void aRecalledCertificateIsNotHandedOutAndTheReadingIsInTheJournal() throws SQLException {
        var lan = Citizen.somebody();
        var id = asks("BHXH", UUID.randomUUID().toString(), question(lan, "NO_1"))
                .then()
                .statusCode(201)
                .extract()
                .<String>path("requestId");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> reads("BHXH", id).then().body("status", equalTo("ISSUED")));
        document("BHXH", id).then().statusCode(200);

        Sql.run(
                database,
                "update certificate set standing = 'REVOKED', standing_reason = 'ISSUED_IN_ERROR', standing_since = now()"
                        + " where request_id = '" + id + "'");
        document("BHXH", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#counts-no-more"))
                .body("standing", equalTo("REVOKED"));

        as(lan).get("/certificate-access-journal")
                .then()
                .body("items.kind", equalTo(List.of("AGENCY_CERTIFICATE", "AGENCY_CERTIFICATE")))
                .body("items.outcome", equalTo(List.of("REFUSED", "SHOWN")))
                .body("items[0].by.organisation", equalTo("BHXH"))
                .body("items[0].by.officer", equalTo("CB-0042"))
                .body("items[0].legalBasis", equalTo("1.005392 · Điều 7 Luật Lý lịch tư pháp"));
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
    void whoIsWhoCannotBeFoundOutByTrying() {
        var lan = Citizen.somebody();
        for (var year = 1; year <= 5; year++) {
            asks("SNV-HN", UUID.randomUUID().toString(), question(born(lan, "190" + year + "-01-01"), "NO_1"))
                    .then()
                    .statusCode(422)
                    .body("errors[0].code", equalTo("person-not-known"));
        }

        asks("SNV-HN", UUID.randomUUID().toString(), question(lan, "NO_1"))
                .then()
                .statusCode(429)
                .header("Retry-After", org.hamcrest.Matchers.notNullValue())
                .body("type", equalTo("/contract/problems.md#too-many-attempts"));
        asks("BHXH", UUID.randomUUID().toString(), question(lan, "NO_1")).then().statusCode(201);
    }

    private static Citizen born(Citizen one, String birthDate) {
        return new Citizen(one.id(), one.number(), one.fullName(), birthDate, one.sex());
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

    private static Response document(String organisation, String id) {
        return given().auth().oauth2(agency(organisation)).get("/agency/certificate-requests/" + id + "/document");
    }

    private static RequestSpecification as(Citizen citizen) {
        return given().auth().oauth2(citizen.token());
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
