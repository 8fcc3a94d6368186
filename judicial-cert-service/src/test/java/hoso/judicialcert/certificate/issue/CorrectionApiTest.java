package hoso.judicialcert.certificate.issue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.IdentityService;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.person.CertificateId;
import hoso.judicialcert.request.lifecycle.Decision;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class CorrectionApiTest {

    @Inject
    Certificates certificates;

    @Inject
    ChangeStanding standing;

    @Inject
    DataSource database;

    @Test
    void aWrongCertificateIsReplacedByANewOneAndCountsNoMore() {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();
        var wrong = issued.getString("certificateId");
        IdentityService.knows(lan.id(), lan.number(), lan.fullName() + " HAI", lan.birthDate(), lan.sex());

        var correction = asks(lan, wrong, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var id = correction.getString("requestId");
        assertThat(lan.waitsFor(id, "REFERRED").getString("corrects")).isEqualTo(wrong);
        assertThat(lan.sees(id).getLong("fee.amount")).isZero();
        OfficerAtDesk.somebody()
                .claimsAndDecides(id, "ISSUE")
                .then()
                .statusCode(200)
                .body("status", equalTo("SIGNING"));

        var successor = lan.waitsFor(id, "ISSUED").getString("certificateId");
        var old = lan.sees(issued.getString("requestId"));
        assertThat(old.getString("status")).isEqualTo("SUPERSEDED");
        assertThat(old.getString("successorId")).isEqualTo(successor);
        assertThat(standingOf(wrong)).isEqualTo("SUPERSEDED");
        assertThat(standingOf(successor)).isEqualTo("VALID");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.certificate-status.v1", wrong))
                        .hasSize(1));
        asks(lan, wrong, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#counts-no-more"));
    }

    @Test
    void whatAnOfficerSetsRightWithASourceStandsOnTheNewCertificateOnceAnotherApproves() throws Exception {
        var lan = Citizen.somebody();
        var wrong = lan.isIssued().getString("certificateId");
        var id = asks(lan, wrong, UUID.randomUUID().toString()).then().extract().<String>path("requestId");
        lan.waitsFor(id, "REFERRED");
        var officer = OfficerAtDesk.somebody();
        amends(officer, id, "\"birthplace\":\"Cần Thơ\"").then().statusCode(409);
        officer.claims(id).then().statusCode(200);
        officer.decides(id, "ISSUE")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#nothing-corrected"));

        amends(officer, id, "\"fullName\":\" \"").then().statusCode(422);
        amends(officer, id, "\"birthplace\":\"Cần Thơ\"").then().statusCode(200);
        officer.decides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));
        officer.approves(id).then().statusCode(409);
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);

        var successor = lan.waitsFor(id, "ISSUED").getString("certificateId");
        assertThat(text(lan, successor)).contains("Cần Thơ");
        assertThat(standingOf(wrong)).isEqualTo("SUPERSEDED");
        officer.asks()
                .get("/officer/certificate-requests/" + id + "/history")
                .then()
                .body(
                        "items.find { it.step == 'AMENDED' }.note",
                        org.hamcrest.Matchers.containsString("Sở Tư pháp Thành phố Hà Nội, số 15/TP"));
    }

    @Test
    void everythingThatStandsOnACertificateCanBeSetRight() throws Exception {
        var lan = Citizen.somebody();
        var id = corrected(lan);
        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);

        amends(officer, id, """
                        "personalNumber":"003301009876","fullName":"ĐOÀN THỊ SỬA LẠI","birthDate":"1991-02-03","sex":"FEMALE",
                        "nationality":"Việt Nam","ethnicity":"Tày","birthplace":"Cần Thơ",
                        "permanentAddress":{"line":"Số 7 phố Thử","communeCode":"00007","provinceCode":"01",
                            "text":"Số 7 phố Thử, Phường Ba Đình, Thành phố Hà Nội"},
                        "fatherName":"ĐOÀN VĂN CHA","motherName":"LÊ THỊ MẸ","spouseName":"TRẦN VĂN CHỒNG"
                        """).then().statusCode(200);
        // The family stands on No. 2 only; what was set right is kept all the same.
        assertThat(officer.opens(id).asString()).contains("ĐOÀN VĂN CHA", "LÊ THỊ MẸ", "TRẦN VĂN CHỒNG");
        officer.decides(id, "ISSUE").then().statusCode(200).body("status", equalTo("APPROVAL"));
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);

        var successor = lan.waitsFor(id, "ISSUED").getString("certificateId");
        assertThat(text(lan, successor).replaceAll("\\s+", " "))
                .contains(
                        "003301009876",
                        "ĐOÀN THỊ SỬA LẠI",
                        "03/02/1991",
                        "Cần Thơ",
                        "Số 7 phố Thử, Phường Ba Đình, Thành phố Hà Nội");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "fullName":"ĐOÀN THỊ \u4e2d"                 | /applicant/fullName                     | not-printable
            "birthplace":"Cần Thơ \u0e01"                | /applicant/birthplace                   | not-printable
            "nationality":""                             | /applicant/nationality                  | required
            "personalNumber":"12"                        | /applicant/personalNumber               | format
            "permanentAddress":{"text":"Hà Nội"}         | /applicant/permanentAddress/line        | required
            "permanentAddress":{"provinceCode":"1"}      | /applicant/permanentAddress/provinceCode | format
            """)
    void whatCannotStandOnACertificateIsRefusedAtTheDoor(String members, String pointer, String code) {
        var lan = Citizen.somebody();
        var id = corrected(lan);
        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);

        amends(officer, id, members)
                .then()
                .statusCode(422)
                .body("errors.find { it.pointer == '" + pointer + "' }.code", equalTo(code));
    }

    @Test
    void aCorrectionOfWhatNoCertificateCanShowIsRefusedBeforeACaseIsOpened() {
        var lan = Citizen.somebody();
        var certificate = lan.isIssued().getString("certificateId");
        IdentityService.knows(lan.id(), lan.number(), "NGUYỄN THỊ \u4e2d", lan.birthDate(), lan.sex());

        asks(lan, certificate, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#person-not-printable"))
                .body("field", equalTo("fullName"));
        IdentityService.knows(lan.id(), lan.number(), lan.fullName(), lan.birthDate(), lan.sex());
        asks(lan, certificate, UUID.randomUUID().toString()).then().statusCode(201);
    }

    private static String corrected(Citizen lan) {
        var certificate = lan.isIssued().getString("certificateId");
        var id = asks(lan, certificate, UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("requestId");
        lan.waitsFor(id, "REFERRED");
        return id;
    }

    @Test
    void aCorrectionThatIsNotRightIsDeclinedAndTheCertificateCounts() {
        var lan = Citizen.somebody();
        var certificate = lan.isIssued().getString("certificateId");
        var id = asks(lan, certificate, UUID.randomUUID().toString())
                .then()
                .extract()
                .<String>path("requestId");
        lan.waitsFor(id, "REFERRED");

        OfficerAtDesk.somebody().claimsAndDecides(id, "DECLINE").then().statusCode(200);

        assertThat(standingOf(certificate)).isEqualTo("VALID");
    }

    private static Response amends(OfficerAtDesk officer, String request, String members) {
        return officer.sends(
                        "{\"applicant\":{" + members + "},\"source\":{\"authority\":\"Sở Tư pháp Thành phố Hà Nội\","
                                + "\"number\":\"15/TP\",\"date\":\"2026-01-05\"}}")
                .post("/officer/certificate-requests/" + request + "/amendment");
    }

    private static String text(Citizen citizen, String certificate) throws java.io.IOException {
        var pdf = given().auth()
                .oauth2(citizen.token())
                .get("/certificates/" + certificate + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var document = org.apache.pdfbox.Loader.loadPDF(pdf)) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(document);
        }
    }

    @Test
    void ofManyWishesAtOnceOneOpensACase() throws Exception {
        var lan = Citizen.somebody();
        var certificate = lan.isIssued().getString("certificateId");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var wishes = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(_ -> () ->
                            asks(lan, certificate, UUID.randomUUID().toString()).statusCode())
                    .toList();
            var answers = threads.invokeAll(wishes).stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
        }
    }

    @Test
    void somebodyElsesCertificateIsNotThere() {
        var certificate = Citizen.somebody().isIssued().getString("certificateId");

        asks(Citizen.somebody(), certificate, UUID.randomUUID().toString())
                .then()
                .statusCode(404);
    }

    @Test
    void aCertificateIsRecalledOnce() {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();
        var id = new CertificateId(UUID.fromString(issued.getString("certificateId")));

        assertThat(standing.revoke(id, "UNLAWFUL")).get().isInstanceOf(Decision.Became.class);
        assertThat(standing.revoke(id, "UNLAWFUL")).get().isInstanceOf(Decision.Refused.class);

        assertThat(lan.sees(issued.getString("requestId")).getString("status")).isEqualTo("REVOKED");
        assertThat(lan.sees(issued.getString("requestId")).getString("revocation"))
                .isEqualTo("Phiếu được cấp trái quy định");
        assertThat(standingOf(id.toString())).isEqualTo("REVOKED");
    }

    @Test
    void aRecallThatEndsWhileACorrectionWaitsForTheCaseIsSeen() throws Exception {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();
        var certificate = issued.getString("certificateId");

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var recall = database.getConnection();
                var statement = recall.createStatement()) {
            recall.setAutoCommit(false);
            statement.execute(
                    "select from certificate_request where id = '" + issued.getString("requestId") + "' for update");
            statement.execute("update certificate set standing_since = now() where id = '" + certificate + "'");
            var asked = threads.submit(
                    () -> asks(lan, certificate, UUID.randomUUID().toString()).statusCode());
            await().atMost(Duration.ofSeconds(20)).until(() -> Sql.count(database, "pg_locks where not granted") > 0);
            statement.execute("update certificate set standing = 'REVOKED', standing_reason = 'UNLAWFUL' where id = '"
                    + certificate + "'");
            recall.commit();

            assertThat(asked.get()).isEqualTo(409);
        }
    }

    @Test
    void aRecallAndACorrectionAtOnceLeaveOneEnd() throws Exception {
        var lan = Citizen.somebody();
        var issued = lan.isIssued();
        var id = new CertificateId(UUID.fromString(issued.getString("certificateId")));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.<Callable<Object>>of(
                    () -> standing.revoke(id, "WRONG_CONTENT"),
                    () -> standing.revoke(id, "UNLAWFUL"),
                    () -> asks(lan, id.toString(), UUID.randomUUID().toString())));
        }

        assertThat(standingOf(id.toString())).isEqualTo("REVOKED");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Topic.read("judicial-cert.certificate-status.v1", id.toString()))
                        .hasSize(1));
    }

    private String standingOf(String certificate) {
        return certificates
                .find(new CertificateId(UUID.fromString(certificate)))
                .orElseThrow()
                .standing()
                .name();
    }

    private static Response asks(Citizen citizen, String certificate, String key) {
        return given().auth()
                .oauth2(citizen.token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body("{\"wrong\":\"Họ tên trên Phiếu không đúng\"}")
                .post("/certificates/" + certificate + "/corrections");
    }
}
