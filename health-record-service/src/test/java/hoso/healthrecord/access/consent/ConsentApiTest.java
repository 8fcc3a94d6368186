package hoso.healthrecord.access.consent;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.TOPIC;
import static hoso.healthrecord.Story.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.chassis.hash.Sha256;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Topic;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.access.Doctor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A doctor asks, the citizen decides, and what is read stands in the journal.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class ConsentApiTest {
    private static final int AT_ONCE = 64;

    private final Story lan = new Story();
    private final Doctor doctor = new Doctor("79001");
    private Identity identity;
    private String recordId;
    private String visit;

    @BeforeEach
    void oneVisit() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
        recordId = lan.integrates().statusCode(200).extract().path("recordId");
        visit = files();
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aDoctorReadsWhatWasGrantedUntilItIsTakenBack() {
        var consent = granted(Doctor.terms());

        doctor.reads(consent, "/visits").statusCode(200).body("items.visitId", equalTo(List.of(visit)));
        doctor.reads(consent, "/visits/" + visit)
                .statusCode(200)
                .body("diagnoses.size()", equalTo(2))
                .body("document.available", equalTo(true))
                .body("document.cut", equalTo(false));
        assertThat(doctor.reads(consent, "/visits/" + visit + "/document")
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .isNotEmpty();
        doctor.reads(consent, "/summary").statusCode(200).body("diagnoses", hasSize(2));
        answers(consent, "/revocation").statusCode(200).body("state", equalTo("REVOKED"));

        doctor.reads(consent, "/visits").statusCode(403).body("because", equalTo("ENDED"));
        assertThat(outcomes()).containsExactly("REFUSED", "SHOWN", "SHOWN", "SHOWN", "SHOWN");
        told("FacilityAccessedFirst");
        told("AccessConsentRequested");
    }

    @Test
    void theJournalTellsByNameAndIsAChainThatSha256Follows() throws IOException {
        var consent = granted(Doctor.terms());
        doctor.reads(consent, "/visits").statusCode(200);
        doctor.reads(consent, "/visits/" + UUID.randomUUID()).statusCode(404);

        var lines = new String(
                        lan.citizen()
                                .get("/records/me/journal/export")
                                .then()
                                .statusCode(200)
                                .extract()
                                .asByteArray(),
                        StandardCharsets.UTF_8)
                .split("\n");

        assertThat(lines).hasSize(2);
        var before = "0".repeat(64);
        for (var line : lines) {
            assertThat(new ObjectMapper().readTree(line).path("previous").asText())
                    .isEqualTo(before);
            before = Sha256.hex(line.getBytes(StandardCharsets.UTF_8));
        }
        lan.citizen()
                .get("/records/me/journal?limit=1")
                .then()
                .statusCode(200)
                .body("items[0].hash", equalTo(before))
                .body("items[0].facility", equalTo("79001"))
                .body("items[0].person", equalTo(doctor.person.toString()))
                .body("items[0].outcome", equalTo("NOTHING"));
    }

    @Test
    void theJournalIsFilteredAndComesInPages() {
        var consent = granted(Doctor.terms());
        doctor.reads(consent, "/visits").statusCode(200);
        doctor.reads(consent, "/visits/" + UUID.randomUUID()).statusCode(404);

        var first = lan.citizen()
                .get("/records/me/journal?limit=1")
                .then()
                .extract()
                .jsonPath();
        lan.citizen()
                .get("/records/me/journal?limit=1&after=" + first.getString("next"))
                .then()
                .statusCode(200)
                .body("items.outcome", equalTo(List.of("SHOWN")))
                .body("next", equalTo(null));
        lan.citizen()
                .get("/records/me/journal?outcome=SHOWN&facility=79001&right=CONSENT")
                .then()
                .body("items", hasSize(1));
        lan.citizen().get("/records/me/journal?facility=01000").then().body("items", hasSize(0));
    }

    @Test
    void whatTheCitizenDeniesIsNotThereAndNoGapTellsOfIt() {
        var second = files();
        var consent = granted(Doctor.terms());

        denies("VISIT", second).statusCode(200);

        doctor.reads(consent, "/visits?limit=1")
                .statusCode(200)
                .body("items.visitId", equalTo(List.of(visit)))
                .body("next", equalTo(null));
        doctor.reads(consent, "/visits/" + second).statusCode(404);
        doctor.reads(consent, "/visits/" + second + "/document").statusCode(404);
        lan.citizen().get("/records/me/visits").then().body("items", hasSize(2));
        denies("READ_BY", "79001").statusCode(200);
        doctor.reads(consent, "/visits").statusCode(404);
    }

    @Test
    void aKindThatIsDeniedIsLeftOutAndSoAreDocuments() {
        var consent = granted(Doctor.terms());
        var denial = denies("KIND", "DIAGNOSIS").statusCode(200).extract().<String>path("denialId");

        doctor.reads(consent, "/visits/" + visit)
                .statusCode(200)
                .body("diagnoses", hasSize(0))
                .body("document.available", equalTo(false));
        doctor.reads(consent, "/visits/" + visit + "/document").statusCode(404);
        lan.citizen().delete("/records/me/denials/" + denial).then().statusCode(204);

        doctor.reads(consent, "/visits/" + visit).statusCode(200).body("diagnoses", hasSize(2));
    }

    @Test
    void theCitizenGrantsLessAndNeverMore() {
        var asked = Doctor.terms();
        asked.put("kinds", List.of("DIAGNOSIS", "MEDICATION"));
        var consent = doctor.asks(lan.number, asked).statusCode(200).extract().<String>path("consentId");
        var more = Doctor.terms();

        grants(consent, more).statusCode(422);
        asked.put("kinds", List.of("DIAGNOSIS"));
        grants(consent, asked).statusCode(200).body("granted.kinds", equalTo(List.of("DIAGNOSIS")));
        grants(consent, asked).statusCode(200);

        doctor.reads(consent, "/visits/" + visit)
                .statusCode(200)
                .body("diagnoses", hasSize(2))
                .body("drugs", hasSize(0));
        answers(consent, "/refusal").statusCode(409).body("state", equalTo("GRANTED"));
    }

    @Test
    void nobodyElseReadsByTheConsentOfAnother() {
        var consent = granted(Doctor.terms());
        var elsewhere = new Doctor("01000");

        elsewhere.reads(consent, "/visits").statusCode(404);
        elsewhere.calls().get("/record-access/consents/" + consent).then().statusCode(404);
        new Story()
                .citizen()
                .get("/record-access/grants/" + consent + "/visits")
                .then()
                .statusCode(404);

        assertThat(outcomes()).containsExactly("REFUSED", "REFUSED");
    }

    @Test
    void whetherSomebodyHasARecordIsNotTold() {
        var unknown = new Story();

        doctor.asks(unknown.number, Doctor.terms()).statusCode(200).body("state", equalTo("ASKED"));
    }

    @Test
    void ofManyAnswersAtOnceOneCountsAndOfManyRequestsOneWaits() throws Exception {
        var consents = new HashSet<String>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : people.invokeAll(IntStream.range(0, AT_ONCE)
                    .<Callable<String>>mapToObj(_ -> () -> doctor.asks(lan.number, Doctor.terms())
                            .statusCode(200)
                            .extract()
                            .path("consentId"))
                    .toList())) {
                consents.add(one.get());
            }
        }
        assertThat(consents).hasSize(1);
        var consent = consents.iterator().next();

        var states = new HashSet<Integer>();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : people.invokeAll(IntStream.range(0, AT_ONCE)
                    .<Callable<Integer>>mapToObj(
                            i -> () -> (i % 2 == 0 ? grants(consent, null) : answers(consent, "/refusal"))
                                    .extract()
                                    .statusCode())
                    .toList())) {
                states.add(one.get());
            }
        }

        assertThat(states).containsExactlyInAnyOrder(200, 409);
    }

    private String files() {
        return sends(lan.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .path("visitId");
    }

    private String granted(Map<String, Object> terms) {
        var consent = doctor.asks(lan.number, terms).statusCode(200).extract().<String>path("consentId");
        grants(consent, null).statusCode(200).body("state", equalTo("GRANTED"));
        return consent;
    }

    private ValidatableResponse grants(String consent, @Nullable Map<String, Object> terms) {
        return lan.citizen()
                .contentType("application/json")
                .body(terms == null ? Map.of() : Map.of("terms", terms))
                .post("/records/me/consents/" + consent + "/grant")
                .then();
    }

    private ValidatableResponse answers(String consent, String how) {
        return lan.citizen().post("/records/me/consents/" + consent + how).then();
    }

    private ValidatableResponse denies(String target, String value) {
        return lan.citizen()
                .contentType("application/json")
                .body(Map.of("target", target, "value", value))
                .post("/records/me/denials")
                .then();
    }

    private List<String> outcomes() {
        return lan.citizen()
                .get("/records/me/journal")
                .then()
                .statusCode(200)
                .extract()
                .path("items.outcome");
    }

    private void told(String name) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(Topic.read(TOPIC, recordId).stream()
                                .filter(event -> event.type().contains("." + name + ".")))
                        .hasSize(1));
    }
}
