package hoso.judicialcert.request.filing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class DependantApiTest {

    @Test
    void aParentAsksForAChildAndTheCertificateIsAboutTheChild() throws Exception {
        var mother = Citizen.of("NGUYỄN THỊ MẸ", "1985-03-17");
        var child = Citizen.of("NGUYỄN THỊ CON", "2009-05-01");

        var request = asks(mother, "NO_1", "CHILD", child, child.birthDate())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        Citizen.pays(request, request.getLong("fee.amount"));
        var issued = mother.waitsFor(request.getString("requestId"), "ISSUED");
        try (var pdf = Loader.loadPDF(mother.document(issued.getString("certificateId")))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains(child.fullName())
                    .doesNotContain(mother.fullName());
        }
    }

    @Test
    void whoAskedForASpouseReadsTheCertificateAndDoesNotHandItOn() {
        var wife = Citizen.somebody();
        var husband = Citizen.of("TRẦN VĂN CHỒNG HAI", "1984-01-01");
        var certificate = isIssued(wife, "SPOUSE", husband);

        assertThat(wife.document(certificate)).isNotEmpty();
        shares(wife, certificate).then().statusCode(404);
        shares(husband, certificate).then().statusCode(201);
    }

    @Test
    void aChildSeesAndEndsWhatAParentHandedOn() {
        var mother = Citizen.of("NGUYỄN THỊ MẸ HAI", "1985-03-17");
        var child = Citizen.of("NGUYỄN THỊ CON HAI", "2009-05-01");
        var certificate = isIssued(mother, "CHILD", child);
        var share = shares(mother, certificate).then().statusCode(201).extract().<String>path("shareId");

        for (var citizen : new Citizen[] {mother, child}) {
            as(citizen)
                    .get("/certificate-shares")
                    .then()
                    .body("items.shareId", equalTo(List.of(share)))
                    .body("items.purpose", equalTo(List.of("Nhập học")));
            as(citizen).get("/certificate-shares/" + share).then().statusCode(200);
        }
        as(Citizen.somebody())
                .post("/certificate-shares/" + share + "/ending")
                .then()
                .statusCode(404);
        as(child).post("/certificate-shares/ending").then().statusCode(200).body("ended", equalTo(1));
        as(mother).get("/certificate-shares/" + share).then().body("state", equalTo("ENDED"));
    }

    private static String isIssued(Citizen citizen, String relation, Citizen about) {
        var request = asks(citizen, "NO_1", relation, about, about.birthDate())
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        Citizen.pays(request, request.getLong("fee.amount"));
        return citizen.waitsFor(request.getString("requestId"), "ISSUED").getString("certificateId");
    }

    private static Response shares(Citizen citizen, String certificate) {
        return as(citizen)
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"certificateId\":\"" + certificate
                        + "\",\"purpose\":\"Nhập học\",\"recipient\":\"Trường Thử Nghiệm\"}")
                .post("/certificate-shares");
    }

    private static RequestSpecification as(Citizen citizen) {
        return given().auth().oauth2(citizen.token());
    }

    @Test
    void whoIsNotVouchedForIsNotAskedFor() {
        var mother = Citizen.somebody();
        var child = Citizen.of("NGUYỄN THỊ KHÁC", "2009-05-01");

        asks(mother, "NO_1", "CHILD", child, "2009-05-02")
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#dependant-not-known"));
    }

    @Test
    void numberTwoOfASpouseIsNobodysToAskFor() {
        var wife = Citizen.somebody();
        var husband = Citizen.of("TRẦN VĂN CHỒNG", "1984-01-01");

        asks(wife, "NO_2", "SPOUSE", husband, husband.birthDate())
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#not-entitled"));
    }

    @Test
    void numberTwoOfAGrownUpChildIsNotTheParentsToAskFor() {
        var mother = Citizen.of("NGUYỄN THỊ MẸ", "1966-03-17");
        var son = Citizen.of("NGUYỄN VĂN LỚN", "1986-05-01");

        asks(mother, "NO_2", "CHILD", son, son.birthDate())
                .then()
                .statusCode(422)
                .body("type", equalTo("/contract/problems.md#not-entitled"));
    }

    private static Response asks(Citizen citizen, String kind, String relation, Citizen about, String birthDate) {
        var whom = """
                "about":{"relation":"%s","personalNumber":"%s","fullName":"%s","birthDate":"%s"},
                """.formatted(relation, about.number(), about.fullName(), birthDate);
        return citizen.asks(
                UUID.randomUUID().toString(),
                Citizen.USUAL.replace("NO_1", kind).replace("{\"kind\"", "{" + whom + "\"kind\""));
    }
}
