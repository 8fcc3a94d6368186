package hoso.healthrecord.reading.api;

import static hoso.healthrecord.Story.NAME;
import static hoso.healthrecord.Story.sends;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BearerTokenAuthInterceptor;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import hoso.chassis.testing.Servers;
import hoso.chassis.testing.Tokens;
import hoso.healthrecord.Identity;
import hoso.healthrecord.IdentityAddress;
import hoso.healthrecord.Story;
import hoso.healthrecord.reading.resource.FhirJudge;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The FHIR API as a client of the reference implementation sees it.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(IdentityAddress.class)
@Tag("edge")
class FhirApiTest {
    private final Story lan = new Story();
    private final String episode = Story.episode();
    private Identity identity;

    @BeforeEach
    void enrol() throws IOException {
        identity = new Identity();
        identity.knows(lan.citizen, lan.number, NAME, "1985-03-17");
    }

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void theClientOfTheReferenceImplementationReadsTheWholeRecord() {
        var patient = filed();

        var everything = client().operation()
                .onInstance(patient)
                .named("$everything")
                .withNoParameters(Parameters.class)
                .returnResourceType(Bundle.class)
                .useHttpGet()
                .execute();

        assertThat(everything.getEntryFirstRep().getResource()).isInstanceOf(Patient.class);
        assertThat(everything.getTotal()).isGreaterThan(10);
        assertThat(FhirJudge.errors(FhirJudge.R4.newJsonParser().encodeResourceToString(everything)))
                .isEmpty();
    }

    @Test
    void theClientSearchesAndReadsWhatItFound() {
        var patient = filed();

        var found = client().search()
                .forResource(Condition.class)
                .where(Condition.PATIENT.hasId(patient))
                .and(Condition.CODE.exactly().systemAndCode("http://hl7.org/fhir/sid/icd-10", "I10"))
                .returnBundle(Bundle.class)
                .execute();
        var condition = (Condition) found.getEntryFirstRep().getResource();
        var encounter = client().read()
                .resource(Encounter.class)
                .withId(condition.getEncounter().getReferenceElement().getIdPart())
                .execute();

        assertThat(found.getTotal()).isEqualTo(1);
        assertThat(encounter.getServiceProvider().getIdentifier().getValue()).isEqualTo("01000");
        assertThat(condition.getMeta().getSource()).contains("#XML1/1");
    }

    @Test
    void aLongAnswerIsReadPageByPage() {
        var patient = filed();

        var page = client().search()
                .forResource(Observation.class)
                .where(Observation.PATIENT.hasId(patient))
                .count(2)
                .returnBundle(Bundle.class)
                .execute();

        assertThat(page.getEntry()).hasSize(2);
        assertThat(page.getTotal()).isGreaterThan(2);
        var next = page.getLink("next").getUrl();
        lan.citizen()
                .urlEncodingEnabled(false)
                .get(address() + next.substring(next.indexOf("/fhir/") + 5))
                .then()
                .statusCode(200)
                .body("link.relation", hasItem("self"));
    }

    @Test
    void theCompartmentOfThePatientAnswersTheSameSearch() {
        var patient = filed();

        lan.citizen()
                .get("/fhir/Patient/" + patient.getIdPart() + "/Condition?code=I10")
                .then()
                .statusCode(200)
                .body("total", equalTo(1));
    }

    @Test
    void aCorrectionIsANewVersionAndTheOldOneStaysReadable() {
        var patient = filed();
        var communication = onlyId("Communication", patient);
        sends(lan.claim(episode)
                        .tag("XML1", "GHI_CHU", "Đã đính chính")
                        .tag("XML1", "PP_DIEU_TRI", "")
                        .bytes())
                .statusCode(201);

        lan.citizen()
                .get("/fhir/Communication/" + communication)
                .then()
                .statusCode(200)
                .header("ETag", "W/\"2\"")
                .body("payload[0].contentString", equalTo("Đã đính chính"));
        lan.citizen()
                .get("/fhir/Communication/" + communication + "/_history/1")
                .then()
                .statusCode(200)
                .body("payload[0].contentString", startsWith("Uống thuốc"));
        var history = client().history()
                .onInstance(new IdType("Communication", communication))
                .returnBundle(Bundle.class)
                .execute();
        assertThat(history.getEntry()).hasSize(2);
    }

    @Test
    void whatACorrectionLeftOutIsGoneAndItsHistoryTellsSo() {
        var patient = filed();
        var plan = onlyId("CarePlan", patient);
        sends(lan.claim(episode).tag("XML1", "PP_DIEU_TRI", "").bytes()).statusCode(201);

        assertThatThrownBy(
                        () -> client().read().resource("CarePlan").withId(plan).execute())
                .isInstanceOf(ResourceGoneException.class);
        lan.citizen()
                .get("/fhir/CarePlan/" + plan + "/_history")
                .then()
                .statusCode(200)
                .body("entry[0].request.method", equalTo("DELETE"))
                .body("entry[1].resource.description", equalTo("Điều trị nội khoa"));
        lan.citizen().get("/fhir/CarePlan/" + plan + "/_history/2").then().statusCode(410);
    }

    @Test
    void theSummaryIsInTheLanguageOfTheReaderAndIsNotSentTwice() {
        var path = "/fhir/Patient/" + filed().getIdPart() + "/$summary";
        var first = lan.citizen()
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en")
                .get(path)
                .then()
                .statusCode(200)
                .body("entry[0].resource.section[0].title", equalTo("Problems"))
                .extract();

        lan.citizen()
                .urlEncodingEnabled(false)
                .header("Accept-Language", "en")
                .header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        lan.citizen()
                .urlEncodingEnabled(false)
                .header("If-None-Match", first.header("ETag"))
                .get(path)
                .then()
                .statusCode(200)
                .body("entry[0].resource.section[0].title", equalTo("Vấn đề sức khỏe"));
    }

    @Test
    void theTimelineIsFilteredAndTheOverviewAndTrendsAreRead() {
        filed();

        for (var wanted : new String[] {
            "from=2026-09-15&until=2026-09-15", "facility=01000", "kind=EXAMINATION", "code=I10", "code=40.155&limit=1"
        }) {
            timeline(wanted).body("items.size()", equalTo(1));
        }
        for (var other :
                new String[] {"from=2026-09-16", "until=2026-09-14", "facility=79001", "kind=INPATIENT", "code=I11"}) {
            timeline(other).body("items.size()", equalTo(0));
        }
        lan.citizen().get("/records/me/visits?from=gestern").then().statusCode(400);
        var tag = timeline("limit=1").extract().header("ETag");
        lan.citizen()
                .header("If-None-Match", tag)
                .get("/records/me/visits?limit=1")
                .then()
                .statusCode(304);
        lan.citizen()
                .get("/records/me/overview")
                .then()
                .statusCode(200)
                .body("history.illnesses.code", hasItem("J02.9"))
                .body("visits.facilities[0].status", equalTo("RECEIVED"));
        lan.citizen()
                .get("/records/me/trends?of=BLOOD_PRESSURE")
                .then()
                .statusCode(200)
                .body("trends.unit", hasItem("mm[Hg]"));
        lan.citizen().get("/records/me/trends?of=HEIGHT").then().statusCode(400);
    }

    @Test
    void theSummaryAndAVisitArePrintedForTheirOwnerOnly() {
        var visit = onlyId("Encounter", filed());

        for (var path : new String[] {"/records/me/prints/summary", "/records/me/prints/visits/" + visit}) {
            lan.citizen().get(path).then().statusCode(200).contentType("application/pdf");
            new Story().citizen().get(path).then().statusCode(404);
        }
    }

    private ValidatableResponse timeline(String query) {
        return lan.citizen().get("/records/me/visits?" + query).then().statusCode(200);
    }

    @Test
    void anUnchangedRecordIsNotSentAgain() {
        var patient = filed();
        var path = "/fhir/Patient/" + patient.getIdPart() + "/$everything";
        var tag = lan.citizen()
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        lan.citizen()
                .urlEncodingEnabled(false)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304);

        sends(lan.claim(Story.episode()).bytes()).statusCode(201);
        lan.citizen()
                .urlEncodingEnabled(false)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200);
    }

    @Test
    void somebodyElsesRecordAnswersAsOneThatDoesNotExist() {
        var patient = filed();
        var encounter = onlyId("Encounter", patient);
        var stranger = new Story();
        identity.knows(stranger.citizen, stranger.number, NAME, "1985-03-17");
        sends(stranger.claim(Story.episode()).bytes()).statusCode(201);
        stranger.integrates().statusCode(200);

        for (var path : new String[] {
            "/fhir/Patient/" + patient.getIdPart(),
            "/fhir/Encounter/" + encounter,
            "/fhir/Encounter/" + encounter + "/_history",
            "/fhir/Encounter/" + encounter + "/_history/1",
            "/fhir/Patient/" + patient.getIdPart() + "/$everything",
            "/fhir/Patient/" + patient.getIdPart() + "/$summary",
            "/fhir/Patient/" + patient.getIdPart() + "/Condition",
            "/fhir/Condition?patient=" + patient.getIdPart()
        }) {
            stranger.citizen()
                    .urlEncodingEnabled(false)
                    .get(path)
                    .then()
                    .statusCode(404)
                    .contentType("application/fhir+json")
                    .body("resourceType", equalTo("OperationOutcome"));
        }
        assertThatThrownBy(() ->
                        client().read().resource("Patient").withId("nobody").execute())
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void whatCannotBeAskedIsToldAsAnOperationOutcomeInTheLanguageOfTheCaller() {
        filed();

        lan.citizen()
                .header("Accept-Language", "en")
                .get("/fhir/Observation?code=WBC")
                .then()
                .statusCode(400)
                .body("issue[0].details.coding[0].code", equalTo("search-without-patient"))
                .body("issue[0].details.text", equalTo("The search names no patient"));
        lan.citizen()
                .get("/fhir/Observation?farbe=rot&patient=x")
                .then()
                .statusCode(400)
                .body("issue[0].details.text", equalTo("Không hỗ trợ tham số tìm kiếm này"));
        lan.citizen().get("/fhir/Zebra?patient=x").then().statusCode(404);
        RestAssured.given().get("/fhir/Patient/x").then().statusCode(401);
        RestAssured.given()
                .auth()
                .oauth2(Tokens.machine("hospital-01000", "facility", "01000"))
                .get("/fhir/Patient/x")
                .then()
                .statusCode(403);
    }

    @Test
    void theCapabilityStatementTellsTheRoutesThereAre() {
        var statement = (CapabilityStatement) FhirJudge.parse(RestAssured.given()
                .get("/fhir/metadata")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        var resources = statement.getRestFirstRep().getResource();
        assertThat(resources).hasSameSizeAs(SearchParameter.types());
        assertThat(resources.getFirst().getInteraction().stream()
                        .map(one -> one.getCode().toCode()))
                .containsExactlyInAnyOrder("read", "vread", "history-instance", "search-type");
        assertThat(FhirJudge.errors(FhirJudge.R4.newJsonParser().encodeResourceToString(statement)))
                .isEmpty();
    }

    /// Files a visit and takes the record into the app.
    ///
    /// @return id of the Patient
    private IdType filed() {
        sends(lan.claim(episode).bytes()).statusCode(201);
        lan.integrates().statusCode(200);
        return new IdType(
                "Patient",
                lan.citizen().get("/records/me").then().extract().jsonPath().getString("recordId"));
    }

    private String onlyId(String type, IdType patient) {
        return lan.citizen()
                .get("/fhir/" + type + "?patient=" + patient.getIdPart())
                .then()
                .statusCode(200)
                .body("total", equalTo(1))
                .extract()
                .jsonPath()
                .getString("entry[0].resource.id");
    }

    private static String address() {
        return "http://localhost:" + RestAssured.port + "/fhir";
    }

    private IGenericClient client() {
        FhirJudge.R4.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        var client = FhirJudge.R4.newRestfulGenericClient(address());
        client.registerInterceptor(new BearerTokenAuthInterceptor(Tokens.citizen(lan.citizen)));
        return client;
    }
}
