package hoso.judicialcert.register.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class RegisterApiTest {
    @Inject
    DataSource database;

    @Test
    void whoseConvictionIsExpungedGetsNo1WithoutAnOfficerAndNo2OnlyThroughOne() throws Exception {
        var lan = Citizen.somebody();
        var number = Court.number();
        Court.finishes(Court.enters(lan, number), "2019-01-10");

        var clean = lan.isIssued();
        var full = lan.asks(UUID.randomUUID().toString(), Citizen.USUAL.replace("NO_1", "NO_2"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        var id = full.getString("requestId");
        Citizen.pays(full, 200_000);
        lan.waitsFor(id, "REFERRED");
        Court.officer()
                .get("/officer/certificate-requests/" + id)
                .then()
                .statusCode(200)
                .body("judgments.number", contains(number))
                .body("judgments[0].standing.status", equalTo("EXPUNGED"))
                .body("judgments[0].standing.on", equalTo("2021-01-11"))
                .body("judgments[0].standing.rule", equalTo("BLHS2015/art-70.2.b"))
                .body("judgments[0].execution.step", hasItems("MAIN_PENALTY_FINISHED", "COURT_FEE_PAID"));
        OfficerAtDesk.somebody().claimsAndDecides(id, "ISSUE").then().statusCode(200);
        // Where a record exists, a second officer looks.
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);
        var issued = lan.waitsFor(id, "ISSUED");

        assertThat(text(lan.document(clean.getString("certificateId"))))
                .contains("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 1", "Không có án tích")
                .doesNotContain(number);
        assertThat(text(lan.document(issued.getString("certificateId"))))
                .contains("PHIẾU LÝ LỊCH TƯ PHÁP SỐ 2", number)
                .doesNotContain("Có án tích")
                .contains("Đã được xóa án tích ngày 11 tháng 01 năm 2021", "Bồi thường 5.000.000 đồng");
    }

    @Test
    void aDecisionSentAgainIsOneAndWithAnotherContentIsRefused() throws SQLException {
        var lan = Citizen.somebody();
        var judgment = Court.enters(lan, Court.number());

        var first = postponed(judgment, "2018-07-01")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        postponed(judgment, "2018-07-01").then().statusCode(200).body("id", equalTo(first));
        postponed(judgment, "2018-08-01")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#entry-differs"))
                .body("id", equalTo(first));

        assertThat(Sql.count(database, "execution_decision where judgment_id = '" + judgment + "'"))
                .isOne();
    }

    @Test
    void aDecisionSentByManyAtOnceIsOne() throws Exception {
        var lan = Citizen.somebody();
        var judgment = Court.enters(lan, Court.number());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(
                            _ -> () -> postponed(judgment, "2018-07-01").statusCode())
                    .toList();
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isIn(200, 201);
            }
        }

        assertThat(Sql.count(database, "execution_decision where judgment_id = '" + judgment + "'"))
                .isOne();
    }

    @Test
    void nobodySendsInTheNameOfAnother() {
        var lan = Citizen.somebody();
        var judgment = Court.enters(lan, Court.number());

        Court.machine("TAND-DN")
                .body(Court.judgment(lan, Court.number()))
                .post("/judgments")
                .then()
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#authority-not-yours"));
        Court.tells("TAND-DN", Court.HANOI, judgment, "EXPUNGED_BY_COURT", "1/QĐ", "2020-01-01")
                .then()
                .statusCode(403);
        Court.tells("TAND-HN", Court.HANOI, judgment, "EXPUNGEMENT_VERIFIED", "1/QĐ", "2020-01-01")
                .then()
                .statusCode(403);
        Court.tells("TAND-HN", Court.HANOI, UUID.randomUUID().toString(), "BEGUN", "1/QĐ", "2020-01-01")
                .then()
                .statusCode(404);
    }

    @Test
    void whatCannotBeIsToldAllAtOnce() {
        var lan = Citizen.somebody();
        var judgment = Court.enters(lan, Court.number());

        Court.hanoi()
                .body(Court.judgment(lan, Court.number())
                        .replace("2018-05-10", "2999-01-01")
                        .replace("\"kind\":\"PRISON\",\"months\":12", "\"kind\":\"PRISON\"")
                        .replace("\"chapter\":\"XVI\"", "\"chapter\":\"16\"")
                        .replace("012345678", "12"))
                .post("/judgments")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/sentencedOn",
                                "/sentence/mainPenalty/months",
                                "/sentence/offences",
                                "/person/formerNumbers"));
        Court.hanoi()
                .body(Court.judgment(lan, Court.number()).replace("2018-01-20", "2018-05-11"))
                .post("/judgments")
                .then()
                .statusCode(422)
                .body("errors.code", contains("out-of-order"));
        Court.tells("TAND-HN", Court.HANOI, judgment, "BEGUN", "1/QĐ", "2018-05-09")
                .then()
                .statusCode(422)
                .body("errors.code", contains("out-of-order"));
        Court.tells("TAND-HN", Court.HANOI, judgment, "BEGUN", "1/QĐ", "2999-01-01")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("in-the-future"));
    }

    @Test
    void aBanIsToldOnceItIsEnteredAndOnlyWhereItIsAskedFor() throws Exception {
        var lan = Citizen.somebody();
        var ban = """
                {"person":{"personalNumber":"%s","fullName":"%s","birthDate":"%s"},"authority":"%s","number":"%s",
                 "decidedOn":"2025-02-03","post":"Cấm thành lập, quản lý doanh nghiệp, hợp tác xã","from":"2025-02-03","until":"2028-02-02"}
                """.formatted(lan.number(), lan.fullName(), lan.birthDate(), Court.HANOI, Court.number());
        var entered = Court.hanoi()
                .body(ban)
                .post("/bans")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        Court.hanoi().body(ban).post("/bans").then().statusCode(200).body("id", equalTo(entered));
        Court.hanoi().body(ban.replace("2028", "2029")).post("/bans").then().statusCode(409);

        var silent = lan.asks(
                        UUID.randomUUID().toString(),
                        Citizen.USUAL.replace("\"banInformation\":true", "\"banInformation\":false"))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Citizen.pays(silent, 200_000);
        var issued = lan.waitsFor(silent.getString("requestId"), "ISSUED");
        var asked = lan.requests();
        Citizen.pays(asked, 200_000);
        lan.waitsFor(asked.getString("requestId"), "REFERRED");

        assertThat(text(lan.document(issued.getString("certificateId"))))
                .doesNotContain("Cấm thành lập", "Không bị cấm");
        Court.officer()
                .get("/officer/certificate-requests/" + asked.getString("requestId"))
                .then()
                .body("judgments.kind", contains("BAN"))
                .body("judgments[0].ban.until", equalTo("2028-02-02"));
        Court.officer()
                .header("Idempotency-Key", "annul-" + entered)
                .body("{\"document\":\"12/QĐ\",\"date\":\"2026-01-02\",\"reason\":\"Nhập nhầm\"}")
                .post("/officer/bans/" + entered + "/annulment")
                .then()
                .statusCode(200);
        lan.isIssued();
    }

    @Test
    void aVerifiedExpungementClearsWhatOnlyWordsSay() {
        var lan = Citizen.somebody();
        var judgment = Citizen.courtSends(lan.number(), lan.fullName(), lan.birthDate(), Court.number())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("judgmentId");

        Court.officer()
                .body("""
                        {"step":"EXPUNGEMENT_VERIFIED","authority":"Phòng Hồ sơ nghiệp vụ, Công an thành phố Hà Nội",
                         "number":"77/XM-PHSNV","decidedOn":"2026-01-02","since":"2025-12-01"}
                        """)
                .post("/judgments/" + judgment + "/execution-decisions")
                .then()
                .statusCode(201);

        lan.isIssued();
    }

    @Test
    void whatOnlyACourtExpungesIsNotVerifiedByAnOfficer() {
        var judgment = Court.hanoi()
                .body(Court.judgment(Citizen.somebody(), Court.number()).replace("\"XVI\"", "\"XIII\""))
                .post("/judgments")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("judgmentId");

        Court.officer()
                .body("""
                        {"step":"EXPUNGEMENT_VERIFIED","authority":"Phòng Hồ sơ nghiệp vụ, Công an thành phố Hà Nội",
                         "number":"78/XM-PHSNV","decidedOn":"2026-01-02","since":"2025-12-01"}
                        """)
                .post("/judgments/" + judgment + "/execution-decisions")
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#expungement-by-court-only"));
    }

    @Test
    void whatIsToldOnceCannotBeChangedOrRemovedInTheDatabaseEither() {
        var judgment = Court.enters(Citizen.somebody(), Court.number());
        postponed(judgment, "2018-07-01").then().statusCode(201);

        for (var statement : List.of(
                "update execution_decision set recorded_by = 'x' where judgment_id = '" + judgment + "'",
                "delete from execution_decision where judgment_id = '" + judgment + "'",
                "delete from judgment where id = '" + judgment + "'")) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Sql.run(database, statement)))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static io.restassured.response.Response postponed(String judgment, String on) {
        return Court.tells("TAND-HN", Court.HANOI, judgment, "POSTPONED", "5/2018/QĐ-CA", on);
    }

    private static String text(byte[] document) throws java.io.IOException {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }
}
