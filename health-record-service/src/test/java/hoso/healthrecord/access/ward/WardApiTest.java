package hoso.healthrecord.access.ward;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.sends;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import hoso.chassis.testing.Servers;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Parents and guardians read through the same gate as everybody else.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class WardApiTest {
    private final Story parent = new Story();
    private final Story ward = new Story();
    private Identity identity;
    private String visit;

    @BeforeEach
    void aVisitOfTheWard() throws IOException {
        identity = new Identity();
        identity.knows(ward.citizen, ward.number, NAME, "1985-03-17");
        ward.integrates().statusCode(200);
        visit = sends(ward.claim(Story.episode()).bytes())
                .statusCode(201)
                .extract()
                .path("visitId");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aGuardianReadsAndTheWardSeesItUntilItIsEnded() {
        identity.entrusts(parent.citizen, ward.citizen);
        var grant = begins("WARD").statusCode(200).extract().<String>path("grantId");

        reads(grant).statusCode(200).body("items.visitId", equalTo(List.of(visit)));
        ward.citizen()
                .get("/records/me/journal?right=GUARDIAN")
                .then()
                .body("items.outcome", equalTo(List.of("SHOWN")))
                .body("items[0].person", equalTo(parent.citizen.toString()));
        parent.citizen().get("/records/me/wards").then().body("items", hasSize(1));
        parent.citizen().delete("/records/me/wards/" + grant).then().statusCode(204);

        reads(grant).statusCode(403).body("because", equalTo("ENDED"));
        parent.citizen().get("/records/me/wards").then().body("items", hasSize(0));
    }

    @Test
    void whoIsNotTheirsIsNotRead() {
        begins("WARD").statusCode(403).body("type", equalTo("/contract/problems.md#ward-not-vouched"));

        ward.citizen().get("/records/me/journal").then().body("items", hasSize(0));
    }

    @Test
    void aChildOfAgeDecidesForThemselves() {
        identity.entrusts(parent.citizen, ward.citizen);

        begins("CHILD").statusCode(409).body("type", equalTo("/contract/problems.md#ward-of-age"));
    }

    @Test
    void nobodyElseReadsByAGuardianship() {
        identity.entrusts(parent.citizen, ward.citizen);
        var grant = begins("WARD").statusCode(200).extract().<String>path("grantId");
        var stranger = new Story();

        stranger.citizen()
                .get("/record-access/grants/" + grant + "/visits")
                .then()
                .statusCode(404);
        stranger.citizen().delete("/records/me/wards/" + grant).then().statusCode(404);

        reads(grant).statusCode(200);
    }

    private ValidatableResponse begins(String relation) {
        return parent.citizen()
                .contentType("application/json")
                .body(Map.of(
                        "relation",
                        relation,
                        "personalNumber",
                        ward.number,
                        "fullName",
                        NAME,
                        "birthDate",
                        "1985-03-17"))
                .post("/records/me/wards")
                .then();
    }

    private ValidatableResponse reads(String grant) {
        return parent.citizen()
                .get("/record-access/grants/" + grant + "/visits")
                .then();
    }
}
