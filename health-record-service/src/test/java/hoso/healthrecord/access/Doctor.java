package hoso.healthrecord.access;

import static io.restassured.RestAssured.given;

import hoso.chassis.testing.TestClock;
import hoso.chassis.testing.Tokens;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One made-up health professional of a facility, and what such a person does.
public final class Doctor {
    public static final List<String> ALL_KINDS =
            List.of("DIAGNOSIS", "MEDICATION", "ALLERGY", "VACCINATION", "RESULT", "VITAL_SIGN", "PROCEDURE", "NOTE");

    public final UUID person = UUID.randomUUID();
    public final String facility;

    public Doctor(String facility) {
        this.facility = facility;
    }

    public RequestSpecification calls() {
        return given().auth().oauth2(Tokens.staff(person, "health-professional", facility));
    }

    /// Terms that open everything but sensitive categories, for an hour.
    public static Map<String, Object> terms() {
        var now = TestClock.now();
        var terms = new LinkedHashMap<String, Object>();
        terms.put("purpose", "TREATMENT");
        terms.put("kinds", ALL_KINDS);
        terms.put("validUntil", now.plus(Duration.ofHours(1)).toString());
        terms.put("eraseAt", now.plus(Duration.ofHours(2)).toString());
        return terms;
    }

    public ValidatableResponse asks(String number, Map<String, Object> terms) {
        return calls().contentType("application/json")
                .body(Map.of("personalNumber", number, "terms", terms))
                .post("/record-access/consents")
                .then();
    }

    public ValidatableResponse reads(String grant, String what) {
        return calls().get("/record-access/grants/" + grant + what).then();
    }

    public ValidatableResponse opensInEmergency(String number, String explanation) {
        return calls().contentType("application/json")
                .body(Map.of("personalNumber", number, "reason", "UNCONSCIOUS", "explanation", explanation))
                .post("/record-access/emergencies")
                .then();
    }
}
