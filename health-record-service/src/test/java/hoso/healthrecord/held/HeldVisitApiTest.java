package hoso.healthrecord.held;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.TOPIC;
import static hoso.healthrecord.Story.hospital;
import static hoso.healthrecord.Story.sends;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import hoso.chassis.testing.Topic;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The ways out for a visit that lies apart.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class HeldVisitApiTest {
    private static final String OTHER_NAME = "NGUYỄN THỊ THỬ MỚI";
    private static final int AT_ONCE = 16;

    private final Story lan = new Story();
    private final String episode = Story.episode();
    private Identity identity;
    private String recordId;

    @BeforeEach
    void enrol() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        recordId = lan.integrates().statusCode(200).extract().path("recordId");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void theCitizenSeesThatAVisitWaitsAndOnlyWhereAndOnWhichDay() {
        var visitId = held(underAnotherName());

        assertThat(waits(lan)
                        .statusCode(200)
                        .header("Cache-Control", "no-store")
                        .extract()
                        .<Map<String, Object>>path("items[0]"))
                .isEqualTo(Map.of("visitId", visitId, "facility", "01000", "day", "2026-09-15"));
        for (var part : List.of("", "/document", "/versions", "/versions/1")) {
            reads(lan, visitId, part).statusCode(404);
        }
        lan.citizen().get("/records/me/visits").then().body("items.size()", equalTo(0));
    }

    @Test
    void waitingVisitsComeInPagesTheLastHeldFirst() {
        var first = held(underAnotherName());
        var second = held(lan.claim(Story.episode()).with(NAME, OTHER_NAME).bytes());

        var page = lan.citizen()
                .get("/records/me/held-visits?limit=1")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(page.getList("items.visitId")).containsExactly(second);
        lan.citizen()
                .get("/records/me/held-visits?limit=1&after=" + page.getString("next"))
                .then()
                .statusCode(200)
                .body("items.visitId", equalTo(List.of(first)))
                .body("next", equalTo(null));
    }

    @Test
    void aVisitIsAcceptedOnceItsNameIsVouchedForAndTwiceTheSameAnswerIsGiven() {
        var visitId = held(underAnotherName());

        accepts(lan, visitId).statusCode(409).body("type", equalTo("/contract/problems.md#held-visit-differs"));
        assertThat(waiting(lan)).containsExactly(visitId);
        identity.knows(lan.citizen, lan.number, OTHER_NAME, "1985-03-17");
        accepts(lan, visitId).statusCode(204);
        accepts(lan, visitId).statusCode(204);

        assertThat(waiting(lan)).isEmpty();
        reads(lan, visitId, "").statusCode(200).body("diagnoses.size()", equalTo(2));
        assertThat(reads(lan, visitId, "/document").statusCode(200).extract().asByteArray())
                .isEqualTo(underAnotherName());
        told("VisitRecorded", 1);
    }

    @Test
    void anAcceptedVisitIsCorrectedAndTakenBackByItsFacilityLikeAnyOther() {
        var visitId = held(underAnotherName());
        identity.knows(lan.citizen, lan.number, OTHER_NAME, "1985-03-17");
        accepts(lan, visitId).statusCode(204);

        sends(lan.claim(episode)
                        .with(NAME, OTHER_NAME)
                        .tag("XML1", "GHI_CHU", "Đã đính chính")
                        .bytes())
                .statusCode(201)
                .body("version", equalTo(2))
                .body("status", equalTo("FILED"));
        reads(lan, visitId, "").statusCode(200).body("advice", equalTo("Đã đính chính"));
        retracts().statusCode(200);

        reads(lan, visitId, "/document").statusCode(410);
    }

    @Test
    void nothingIsAcceptedWithoutIdentityServiceVouchingAgain() {
        var visitId = held(underAnotherName());

        identity.knows(lan.citizen, new Story().number, OTHER_NAME, "1985-03-17");
        accepts(lan, visitId).statusCode(404);
        identity.fails();
        accepts(lan, visitId).statusCode(503);

        assertThat(waiting(lan)).containsExactly(visitId);
    }

    @Test
    void nobodyAcceptsDisownsOrSeesTheVisitOfAnother() {
        var waitingVisit = held(underAnotherName());
        var filedVisit = filed(lan.claim(Story.episode()).bytes());
        var stranger = new Story();
        identity.knows(stranger.citizen, stranger.number, OTHER_NAME, "1985-03-17");
        stranger.integrates().statusCode(200);
        var withoutRecord = new Story();
        identity.knows(withoutRecord.citizen, withoutRecord.number, OTHER_NAME, "1985-03-17");

        for (var other : List.of(stranger, withoutRecord)) {
            assertThat(waiting(other)).isEmpty();
            for (var id : List.of(waitingVisit, filedVisit, UUID.randomUUID().toString(), "khong-phai-ma")) {
                accepts(other, id).statusCode(404).body("type", equalTo("/contract/problems.md#not-found"));
                disowns(other, id).statusCode(404).body("type", equalTo("/contract/problems.md#not-found"));
            }
        }

        assertThat(waiting(lan)).containsExactly(waitingVisit);
        reads(lan, filedVisit, "").statusCode(200);
    }

    @Test
    void aVisitWithoutAValidNumberWaitsForItsFacilityAlone() {
        var visitId =
                held(lan.claim(episode).tag("XML1", "SO_CCCD", "012345678").bytes());

        assertThat(waiting(lan)).isEmpty();
        accepts(lan, visitId).statusCode(404);
        disowns(lan, visitId).statusCode(404);
        sends(lan.claim(episode).bytes()).statusCode(201).body("status", equalTo("FILED"));

        reads(lan, visitId, "").statusCode(200);
    }

    @Test
    void whatIsNotMineLeavesEveryViewAndTwiceTheSameAnswerIsGiven() {
        var visitId = filed(lan.claim(episode).bytes());

        disowns(lan, visitId).statusCode(204);
        disowns(lan, visitId).statusCode(204);

        lan.citizen().get("/records/me/visits").then().body("items.size()", equalTo(0));
        for (var part : List.of("", "/document", "/versions", "/versions/1")) {
            reads(lan, visitId, part).statusCode(404);
        }
        assertThat(waiting(lan)).isEmpty();
        accepts(lan, visitId).statusCode(404);
        told("VisitHeld", 1);
    }

    @Test
    void aWaitingVisitThatIsNotMineWaitsNoLonger() {
        var visitId = held(underAnotherName());

        disowns(lan, visitId).statusCode(204);
        disowns(lan, visitId).statusCode(204);

        assertThat(waiting(lan)).isEmpty();
        identity.knows(lan.citizen, lan.number, OTHER_NAME, "1985-03-17");
        accepts(lan, visitId).statusCode(404);
    }

    @Test
    void aVisitThatIsNotMineDoesNotComeBackWhenTheSameBytesAreSentAgain() {
        var visitId = filed(lan.claim(episode).bytes());
        disowns(lan, visitId).statusCode(204);

        sends(lan.claim(episode).bytes()).statusCode(201).body("visitId", equalTo(visitId));

        reads(lan, visitId, "").statusCode(404);
        assertThat(waiting(lan)).isEmpty();
    }

    @Test
    void aCorrectionOfAVisitThatIsNotMineWaitsUntilItIsAcceptedAlsoAfterARetraction() {
        var visitId = filed(lan.claim(episode).bytes());
        disowns(lan, visitId).statusCode(204);
        retracts().statusCode(200);

        sends(lan.claim(episode).tag("XML1", "GHI_CHU", "Đã kiểm tra").bytes())
                .statusCode(201)
                .body("version", equalTo(2))
                .body("status", equalTo("HELD"))
                .body("heldBecause", equalTo("NOT_MINE"));
        reads(lan, visitId, "").statusCode(404);
        assertThat(waiting(lan)).containsExactly(visitId);
        accepts(lan, visitId).statusCode(204);

        reads(lan, visitId, "").statusCode(200).body("advice", equalTo("Đã kiểm tra"));
        sends(lan.claim(episode).tag("XML1", "GHI_CHU", "Lần ba").bytes())
                .statusCode(201)
                .body("status", equalTo("FILED"));
    }

    @Test
    void aVisitThatIsNotMineReachesItsPatientOnceTheFacilityCorrectsIt() {
        var visitId = filed(lan.claim(episode).bytes());
        disowns(lan, visitId).statusCode(204);
        var minh = new Story();
        identity.knows(minh.citizen, minh.number, NAME, "1985-03-17");
        minh.integrates().statusCode(200);

        sends(minh.claim(episode).bytes()).statusCode(201).body("status", equalTo("FILED"));

        reads(minh, visitId, "").statusCode(200);
        reads(minh, visitId, "/versions").body("versions.version", equalTo(List.of(2)));
        reads(lan, visitId, "").statusCode(404);
    }

    @Test
    void acceptingAndDisowningAtOnceLeavesTheVisitInOnePlace() throws Exception {
        identity.knows(lan.citizen, lan.number, OTHER_NAME, "1985-03-17");
        var visitId = held(underAnotherName());
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < AT_ONCE; i++) {
            var accept = i % 2 == 0;
            tasks.add(() -> (accept ? accepts(lan, visitId) : disowns(lan, visitId))
                    .extract()
                    .statusCode());
        }

        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isIn(204, 404);
            }
        }

        // Whoever disowned came after the acceptance, or before it and for good.
        disowns(lan, visitId).statusCode(204);
        reads(lan, visitId, "").statusCode(404);
        assertThat(waiting(lan)).isEmpty();
        accepts(lan, visitId).statusCode(404);
        told("VisitHeld", 2);
    }

    @Test
    void eachActNeedsAFreshPasscodeAndLevel2() {
        var visitId = held(underAnotherName());
        var stale = Tokens.citizen(lan.citizen, 2, 2, TestClock.now().minus(Duration.ofHours(3)));

        for (var path : List.of("held-visits/" + visitId + "/acceptance", "visits/" + visitId + "/disowning")) {
            refused(Tokens.citizen(lan.citizen, 2, 1), path, 401, "step-up-required");
            refused(stale, path, 401, "step-up-required");
            refused(Tokens.citizen(lan.citizen, 1, 2), path, 403, "account-level-too-low");
            refused(Tokens.machine("hospital-01000", "facility", "01000"), path, 403, "forbidden");
        }
        given().auth().oauth2(stale).get("/records/me/held-visits").then().statusCode(401);

        assertThat(waiting(lan)).containsExactly(visitId);
    }

    private static void refused(String token, String path, int status, String slug) {
        given().auth()
                .oauth2(token)
                .post("/records/me/" + path)
                .then()
                .statusCode(status)
                .body("type", equalTo("/contract/problems.md#" + slug));
    }

    private byte[] underAnotherName() {
        return lan.claim(episode).with(NAME, OTHER_NAME).bytes();
    }

    private static String held(byte[] claim) {
        return kept(claim, "HELD");
    }

    private static String filed(byte[] claim) {
        return kept(claim, "FILED");
    }

    private static String kept(byte[] claim, String status) {
        return sends(claim)
                .statusCode(201)
                .body("status", equalTo(status))
                .extract()
                .path("visitId");
    }

    private static ValidatableResponse waits(Story person) {
        return person.citizen().get("/records/me/held-visits").then();
    }

    private static List<String> waiting(Story person) {
        return waits(person).statusCode(200).extract().path("items.visitId");
    }

    private static ValidatableResponse reads(Story person, String visitId, String part) {
        return person.citizen().get("/records/me/visits/" + visitId + part).then();
    }

    private static ValidatableResponse accepts(Story person, String visitId) {
        return person.citizen()
                .post("/records/me/held-visits/" + visitId + "/acceptance")
                .then();
    }

    private static ValidatableResponse disowns(Story person, String visitId) {
        return person.citizen()
                .post("/records/me/visits/" + visitId + "/disowning")
                .then();
    }

    private ValidatableResponse retracts() {
        return hospital("01000")
                .contentType("application/json")
                .body(Map.of("episode", episode, "because", "ENTERED_IN_ERROR"))
                .post("/visits/retractions")
                .then();
    }

    private void told(String name, int times) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.read(TOPIC, recordId).stream()
                                .filter(event -> event.type().contains("." + name + ".")))
                        .hasSize(times));
    }
}
