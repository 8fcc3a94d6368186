package hoso.judicialcert.register.entry;

import static io.restassured.RestAssured.given;

import hoso.chassis.testing.Tokens;
import hoso.judicialcert.Citizen;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Courts, execution agencies and officers at the register.
final class Court {
    static final String HANOI = "Tòa án nhân dân Thành phố Hà Nội";
    static final UUID OFFICER = new UUID(7, 7);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Court() {}

    static RequestSpecification hanoi() {
        return machine("TAND-HN");
    }

    static RequestSpecification machine(String organisation) {
        return given().auth()
                .oauth2(Tokens.machine("court-hanoi", "court", organisation))
                .contentType("application/json");
    }

    static RequestSpecification officer() {
        return officer(OFFICER);
    }

    static RequestSpecification officer(UUID person) {
        return given().auth()
                .oauth2(Tokens.staff(person, "judicial-officer", "H26"))
                .contentType("application/json");
    }

    /// A number no other judgment has.
    static String number() {
        return COUNT.incrementAndGet() + "/2024/HS-ST";
    }

    /// A year of prison for a theft, told in full.
    static String judgment(Citizen citizen, String number) {
        return """
                {"number":"%s","sentencedOn":"2018-05-10","court":"%s",
                 "person":{"personalNumber":"%s","fullName":"%s","birthDate":"%s","formerNumbers":["012345678"],
                           "fatherName":"Nguyễn Văn Cha","motherName":"Lê Thị Mẹ"},
                 "offence":"Trộm cắp tài sản","articles":"Khoản 1 Điều 173 Bộ luật Hình sự","penalty":"01 năm tù",
                 "additionalPenalty":null,"civilObligations":"Bồi thường 5.000.000 đồng","courtFee":"200.000 đồng",
                 "sentence":{"offences":[{"committedOn":"2018-01-20","gravity":"LESS_SERIOUS","intent":"INTENTIONAL","chapter":"XVI"}],
                             "mainPenalty":{"kind":"PRISON","months":12},"additionalPenalties":[],
                             "civilObligations":true,"courtFee":true}}
                """.formatted(number, HANOI, citizen.number(), citizen.fullName(), citizen.birthDate());
    }

    static String enters(Citizen citizen, String number) {
        return hanoi().body(judgment(citizen, number))
                .post("/judgments")
                .then()
                .statusCode(201)
                .extract()
                .path("judgmentId");
    }

    static Response tells(
            String organisation, String authority, String judgment, String step, String number, String since) {
        return machine(organisation)
                .body("""
                        {"step":"%s","authority":"%s","number":"%s","decidedOn":"%s"}
                        """.formatted(step, authority, number, since))
                .post("/judgments/" + judgment + "/execution-decisions");
    }

    /// Everything that was ordered is done.
    static void finishes(String judgment, String since) {
        tells(
                        "CQTHAHS-HN",
                        "Cơ quan Thi hành án hình sự Công an thành phố Hà Nội",
                        judgment,
                        "MAIN_PENALTY_FINISHED",
                        "1/GCN",
                        since)
                .then()
                .statusCode(201);
        tells("THADS-HN", "Thi hành án dân sự thành phố Hà Nội", judgment, "CIVIL_OBLIGATIONS_FULFILLED", "2/QĐ", since)
                .then()
                .statusCode(201);
        tells("THADS-HN", "Thi hành án dân sự thành phố Hà Nội", judgment, "COURT_FEE_PAID", "3/BL", since)
                .then()
                .statusCode(201);
    }
}
