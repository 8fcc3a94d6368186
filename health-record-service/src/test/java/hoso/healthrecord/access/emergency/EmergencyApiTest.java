package hoso.healthrecord.access.emergency;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.TOPIC;
import static hoso.healthrecord.Story.sends;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.access.Doctor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A record is opened when nobody can be asked: summary first, told at once, looked at afterwards.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class EmergencyApiTest {
    private static final AtomicInteger FACILITIES = new AtomicInteger(500);
    private static final String WHY = "Tai nạn giao thông, bệnh nhân hôn mê, không có người thân";
    private static final String WHY_MORE = "Cần xem kết quả chụp và thuốc chống đông của lần nằm viện trước";

    private final Story lan = new Story();
    // A facility of its own for each test, so that its queue holds the cases of this test.
    private final Doctor doctor = new Doctor("79%03d".formatted(FACILITIES.incrementAndGet()));
    private Identity identity;
    private String recordId;
    private String visit;

    @BeforeEach
    void oneVisit() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        recordId = lan.integrates().statusCode(200).extract().path("recordId");
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
    void theSummaryIsOpenFirstAndWholeVisitsForAReasonOfTheirOwn() {
        var access = opened();

        doctor.reads(access, "/summary").statusCode(200).body("diagnoses", hasSize(2));
        doctor.reads(access, "/visits")
                .statusCode(403)
                .body("type", equalTo("/contract/problems.md#record-access-summary-only"));
        widens(doctor, access, WHY).statusCode(409);
        widens(doctor, access, WHY_MORE).statusCode(200).body("scope", equalTo("VISITS"));

        doctor.reads(access, "/visits/" + visit).statusCode(200).body("diagnoses", hasSize(2));
        told("EmergencyAccessOpened", 2);
    }

    @Test
    void theCitizenSeesThatItWasOpenedAndWhatWasRead() {
        var access = opened();
        doctor.reads(access, "/summary").statusCode(200);

        lan.citizen()
                .get("/records/me/journal?right=EMERGENCY")
                .then()
                .statusCode(200)
                .body("items.outcome", equalTo(List.of("SHOWN", "NOTHING")))
                .body("items[1].because", equalTo("OPENED"))
                .body("items[0].person", equalTo(doctor.person.toString()));
        lan.citizen().get("/records/me/journal?right=URGENT").then().statusCode(400);
    }

    @Test
    void itIsNotOpenedTwiceWhileItIsOpenAndNobodyElseReadsByIt() {
        var access = opened();

        assertThat(opened()).isEqualTo(access);
        new Doctor(doctor.facility).reads(access, "/summary").statusCode(404);
        widens(new Doctor(doctor.facility), access, WHY_MORE).statusCode(404);

        told("EmergencyAccessOpened", 1);
    }

    @Test
    void firstReadingsAndOpeningsOfOneRecordDoNotWaitForEachOther() throws Exception {
        var readers = IntStream.range(0, 12)
                .mapToObj(_ -> new Doctor("79%03d".formatted(FACILITIES.incrementAndGet())))
                .toList();
        var openers = IntStream.range(0, 12)
                .mapToObj(_ -> new Doctor("79%03d".formatted(FACILITIES.incrementAndGet())))
                .toList();
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < readers.size(); i++) {
            var reader = readers.get(i);
            var opener = openers.get(i);
            String access = reader.opensInEmergency(lan.number, WHY).extract().path("accessId");
            calls.add(() -> reader.reads(access, "/summary").extract().statusCode());
            calls.add(() -> opener.opensInEmergency(lan.number, WHY).extract().statusCode());
        }

        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
    }

    @Test
    void aDenialHoldsInAnEmergencyOnlyIfTheCitizenMeantItFor() {
        denies("FILED_BY", "01000", false);
        var access = opened();
        doctor.reads(access, "/summary").statusCode(200).body("diagnoses", hasSize(2));

        denies("FILED_BY", "01000", true);

        doctor.reads(access, "/summary").statusCode(200).body("diagnoses", hasSize(0));
    }

    @Test
    void withoutAReasonNothingIsOpened() {
        doctor.opensInEmergency(lan.number, "quá ngắn").statusCode(422);

        lan.citizen().get("/records/me/journal").then().body("items", hasSize(0));
    }

    @Test
    void anOfficerOfTheFacilityTakesTheCaseAndClosesItWithAFinding() {
        var access = opened();
        var officer = UUID.randomUUID();

        officer(officer, doctor.facility)
                .get("/privacy-officer/emergency-accesses")
                .then()
                .statusCode(200)
                .body("items.accessId", equalTo(List.of(access)));
        officer(officer, "01000")
                .post("/privacy-officer/emergency-accesses/" + access + "/claim")
                .then()
                .statusCode(404);
        officer(doctor.person, doctor.facility)
                .post("/privacy-officer/emergency-accesses/" + access + "/claim")
                .then()
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#emergency-own-case"));
        closes(officer, access).then().statusCode(409);
        officer(officer, doctor.facility)
                .post("/privacy-officer/emergency-accesses/" + access + "/claim")
                .then()
                .statusCode(200);
        closes(UUID.randomUUID(), access).then().statusCode(409);
        closes(officer, access).then().statusCode(200).body("review.finding", equalTo("JUSTIFIED"));

        officer(officer, doctor.facility)
                .get("/privacy-officer/emergency-accesses")
                .then()
                .body("items", hasSize(0));
        officer(officer, doctor.facility)
                .get("/privacy-officer/emergency-accesses?closed=true")
                .then()
                .body("items", hasSize(1));
    }

    private String opened() {
        return doctor.opensInEmergency(lan.number, WHY)
                .statusCode(200)
                .extract()
                .path("accessId");
    }

    private static ValidatableResponse widens(Doctor by, String access, String why) {
        return by.calls()
                .contentType("application/json")
                .body(Map.of("reason", "LIFE_IN_DANGER", "explanation", why))
                .post("/record-access/emergencies/" + access + "/visits")
                .then();
    }

    private void denies(String target, String value, boolean inEmergency) {
        lan.citizen()
                .contentType("application/json")
                .body(Map.of("target", target, "value", value, "inEmergency", inEmergency))
                .post("/records/me/denials")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification officer(UUID person, String facility) {
        return given().auth().oauth2(Tokens.staff(person, "privacy-officer", facility));
    }

    private Response closes(UUID officer, String access) {
        return officer(officer, doctor.facility)
                .contentType("application/json")
                .body(Map.of("finding", "JUSTIFIED", "text", "Đúng là cấp cứu"))
                .post("/privacy-officer/emergency-accesses/" + access + "/finding");
    }

    private void told(String name, int times) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.read(TOPIC, recordId).stream()
                                .filter(event -> event.type().contains("." + name + ".")))
                        .hasSize(times));
    }
}
