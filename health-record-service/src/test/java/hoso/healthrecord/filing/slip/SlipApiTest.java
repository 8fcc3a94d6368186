package hoso.healthrecord.filing.slip;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.hospital;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Slips at the counter of a facility.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class SlipApiTest {
    private static final int AT_ONCE = 64;
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    @Inject
    Clock clock;

    private final Story lan = new Story();
    private final String episode = Story.episode();
    private Identity identity;
    private LocalDate today;

    @BeforeEach
    void enrol() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        today = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(7));
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aSlipThatHoldsIsUsedOnceUnderManyAndTheOwnerSeesIt() throws Exception {
        appointment(today);
        checks("REEXAMINATION", "HEN-" + episode, "01000", lan.number)
                .statusCode(200)
                .body("state", equalTo("VALID"))
                .body("forFacility", equalTo("01000"));

        Callable<Integer> use = () -> uses(
                        "01000",
                        "REEXAMINATION",
                        "HEN-" + episode,
                        UUID.randomUUID().toString())
                .extract()
                .statusCode();
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, AT_ONCE).mapToObj(i -> use).toList())) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).filteredOn(status -> status == 409).hasSize(AT_ONCE - 1);
        lan.integrates().statusCode(200);
        own().body("items.state", contains("USED")).body("items.usedBy", contains("01000"));
    }

    @Test
    void theSameKeyAgainIsTheSameUse() {
        appointment(today);
        var key = UUID.randomUUID().toString();
        var first = uses("01000", "REEXAMINATION", "HEN-" + episode, key)
                .statusCode(200)
                .extract()
                .asString();

        assertThat(uses("01000", "REEXAMINATION", "HEN-" + episode, key)
                        .statusCode(200)
                        .extract()
                        .asString())
                .isEqualTo(first);
    }

    @Test
    void aSlipBeforeItsDayAndOneBehindItsTimeDoNotServe() {
        appointment(today.plusDays(3));
        uses("01000", "REEXAMINATION", "HEN-" + episode, UUID.randomUUID().toString())
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#slip-not-valid"))
                .body("state", equalTo("NOT_YET"));

        appointment(today.minusDays(60));

        uses("01000", "REEXAMINATION", "HEN-" + episode, UUID.randomUUID().toString())
                .statusCode(409)
                .body("state", equalTo("EXPIRED"));
    }

    @Test
    void aLetterServesTheFacilityThatItNames() {
        referral("79001");

        uses("01000", "REFERRAL", "CT-" + episode, UUID.randomUUID().toString())
                .statusCode(409)
                .body("type", equalTo("/contract/problems.md#slip-for-another"));
        uses("79001", "REFERRAL", "CT-" + episode, UUID.randomUUID().toString())
                .statusCode(200)
                .body("state", equalTo("USED"));
    }

    @Test
    void aSlipOfSomebodyElseAndOneOfAVisitThatWasTakenBackAreUnknown() {
        var other = new Story();
        appointment(today);
        checks("REEXAMINATION", "HEN-" + episode, "01000", other.number)
                .statusCode(404)
                .body("type", equalTo("/contract/problems.md#slip-unknown"));

        hospital("01000")
                .contentType("application/json")
                .body(Map.of("episode", episode, "because", "ENTERED_IN_ERROR"))
                .post("/visits/retractions")
                .then()
                .statusCode(200);

        checks("REEXAMINATION", "HEN-" + episode, "01000", lan.number).statusCode(404);
    }

    @Test
    void whatIsMissingIsTold() {
        hospital("01000")
                .contentType("application/json")
                .body(Map.of("kind", "COUPON"))
                .post("/slips/checks")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("kind"));
    }

    private void appointment(LocalDate on) {
        Story.sends(lan.claim(episode)
                        .table(
                                "XML14",
                                "<CHI_TIEU_GIAYHEN_KHAMLAI><MA_LK>" + episode + "</MA_LK><SO_GIAYHEN_KL>HEN-" + episode
                                        + "</SO_GIAYHEN_KL><NGAY_HEN_KL>" + DAY.format(on)
                                        + "0730</NGAY_HEN_KL></CHI_TIEU_GIAYHEN_KHAMLAI>")
                        .tag("XML1", "NGAY_TAI_KHAM", DAY.format(on))
                        .bytes())
                .statusCode(201);
    }

    private void referral(String to) {
        var now = DAY.format(today);
        Story.sends(lan.claim(episode)
                        .tag("XML1", "NGAY_VAO", now + "0000")
                        .tag("XML1", "NGAY_RA", now + "0001")
                        .table(
                                "XML13",
                                "<CHI_TIEU_GIAYCHUYENTUYEN><MA_LK>" + episode + "</MA_LK><GIAY_CHUYEN_TUYEN>CT-"
                                        + episode
                                        + "</GIAY_CHUYEN_TUYEN><MA_CSKCB_DEN>" + to
                                        + "</MA_CSKCB_DEN></CHI_TIEU_GIAYCHUYENTUYEN>")
                        .bytes())
                .statusCode(201);
    }

    private ValidatableResponse checks(String kind, String number, String issuedBy, String patient) {
        return hospital("79001")
                .contentType("application/json")
                .body(Map.of("kind", kind, "number", number, "issuedBy", issuedBy, "personalNumber", patient))
                .post("/slips/checks")
                .then();
    }

    private ValidatableResponse uses(String facility, String kind, String number, String key) {
        return hospital(facility)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("kind", kind, "number", number, "issuedBy", "01000", "personalNumber", lan.number))
                .post("/slips/uses")
                .then();
    }

    private ValidatableResponse own() {
        return lan.citizen().get("/records/me/slips").then().statusCode(200);
    }
}
