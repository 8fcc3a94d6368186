package hoso.judicialcert.officer.letter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Topic;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.OfficerAtDesk;
import hoso.judicialcert.Partners;
import hoso.judicialcert.Sql;
import hoso.judicialcert.officer.casework.Cases;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class LettersTest {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    @Inject
    DataSource database;

    @Test
    void aSupplementIsAskedForInReadyWordsAndALetterSaysSo() throws SQLException {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        var officer = OfficerAtDesk.somebody();
        letter(lan, id, "SUPPLEMENT").statusCode(404);

        asksFor(officer, id, "{\"template\":\"FORMER_NAME\",\"wanted\":\"Giấy khai sinh bản chính\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#not-claimed"));
        officer.claims(id).then().statusCode(200);
        asksFor(officer, id, "{\"template\":\"FORMER_NAME\",\"wanted\":\"Giấy khai sinh bản chính\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUPPLEMENT_REQUESTED"));

        assertThat(lan.sees(id).getString("supplement.wanted"))
                .contains("cải chính hộ tịch", "Giấy khai sinh bản chính");
        var until = Instant.parse(lan.sees(id).getString("supplement.until"));
        letter(lan, id, "SUPPLEMENT")
                .statusCode(200)
                .body("title", equalTo("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ"))
                .body("text", containsString(lan.fullName()))
                .body("text", containsString("- Giấy khai sinh bản chính"))
                .body("text", containsString(HOUR.format(until.atZone(HANOI))))
                .body("text", containsString("CÔNG AN THÀNH PHỐ HÀ NỘI"))
                .body("text", matchesPattern("(?s).*Hà Nội, ngày \\d\\d tháng \\d+ năm \\d{4}.*"))
                .body("text", not(containsString("{")));
        var looks = looks(lan);
        officer.asks()
                .header("Accept-Language", "en")
                .get("/officer/certificate-requests/" + id + "/letters/SUPPLEMENT")
                .then()
                .statusCode(200)
                .body("title", equalTo("REQUEST TO SUPPLEMENT THE DOSSIER"))
                .body("text", containsString("change or correction of civil status"));
        assertThat(looks(lan)).isEqualTo(looks + 1);
        letter(Citizen.somebody(), id, "SUPPLEMENT").statusCode(404);
        letter(lan, id, "INVITATION").statusCode(404);
    }

    @Test
    void whatIsAskedForHasToBeSaid() {
        var id = Cases.uncertain(Cases.somebody());
        var officer = OfficerAtDesk.somebody();
        officer.claims(id).then().statusCode(200);

        asksFor(officer, id, "{}").then().statusCode(422).body("errors.pointer", hasItem("/template"));
        asksFor(officer, id, "{\"template\":\"MONEY\"}").then().statusCode(422);
        asksFor(officer, id, "{\"template\":\"OTHER\"}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/wanted"));
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        OfficerAtDesk.somebody().claimsAndDecides(id, "DECLINE").then().statusCode(200);
        letter(lan, id, "REFUSAL").statusCode(404);
        OfficerAtDesk.somebody().approves(id).then().statusCode(200);

        letter(lan, id, "REFUSAL")
                .statusCode(200)
                .body("title", equalTo("PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ"))
                .body("text", containsString("Đã đối chiếu hồ sơ"));
    }

    @Test
    void whoeverIsLateApologisesOnceWithANewDate() throws SQLException {
        var lan = Cases.somebody();
        var id = Cases.uncertain(lan);
        letter(lan, id, "APOLOGY").statusCode(404);

        Sql.run(
                database,
                "update certificate_request set due_at = now() - interval '1 hour', limit_at = now() - interval '1 hour'"
                        + " where id = '" + id + "'");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> letter(lan, id, "APOLOGY").statusCode(200));
        var newly = Instant.parse(lan.sees(id).getString("expectedAt"));
        assertThat(newly.atZone(HANOI).toLocalDate()).isAfter(LocalDate.now(TestClock.CLOCK.withZone(HANOI)));
        letter(lan, id, "APOLOGY")
                .body("title", equalTo("PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ"))
                .body("text", containsString("Kính gửi: " + lan.fullName()))
                .body("text", containsString("Lý do: việc tra cứu, xác minh thông tin chưa hoàn tất."))
                .body("text", containsString(HOUR.format(newly.atZone(HANOI))));
        // What was promised then stands in the letter, whatever the date is now.
        Sql.run(
                database,
                "update certificate_request set due_at = due_at + interval '30 days' where id = '" + id + "'");
        letter(lan, id, "APOLOGY").body("text", containsString(HOUR.format(newly.atZone(HANOI))));
        await().atMost(Duration.ofSeconds(20)).until(() -> apologies(id) > 0);
        assertThat(apologies(id)).isOne();
    }

    private static long apologies(String id) {
        return Topic.read("judicial-cert.requests.v1", id).stream()
                .filter(told -> told.type().contains("DeadlineMissed"))
                .count();
    }

    private long looks(Citizen citizen) throws SQLException {
        return Sql.count(database, "journal_access where kind = 'OFFICER_CASE' and subject = '" + citizen.id() + "'");
    }

    private static Response asksFor(OfficerAtDesk officer, String id, String body) {
        return officer.sends(body).post("/officer/certificate-requests/" + id + "/supplement-request");
    }

    private static ValidatableResponse letter(Citizen citizen, String id, String kind) {
        return given().auth()
                .oauth2(citizen.token())
                .get("/certificate-requests/" + id + "/letters/" + kind)
                .then();
    }
}
