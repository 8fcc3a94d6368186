package hoso.judicialcert.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import hoso.judicialcert.certificate.Authority;
import hoso.judicialcert.certificate.Documents;
import hoso.judicialcert.examination.Examination;
import hoso.judicialcert.examination.Traces;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
class VerificationApiTest {
    private static final Citizen LAN = Citizen.somebody();

    @Inject
    KnownSigners signers;

    @Test
    void whatWasIssuedIsValidAndPassesAStrictValidator() throws IOException {
        var issued = LAN.isIssued();
        var document = LAN.document(issued.getString("certificateId"));

        verify(document)
                .body("result", equalTo("VALID"))
                .body("reasons.size()", equalTo(0))
                .body("certificate.kind", equalTo("NO_1"))
                .body("certificate.agency", equalTo("H26"))
                .body(not(containsString(LAN.number())))
                .body(not(containsString(LAN.fullName())));
        assertThat(new Examination(signers.bundle()).doubts(document)).isEmpty();
        assertThat(text(document)).contains(LAN.fullName(), "Không có án tích", issued.getString("dossierCode"));
    }

    @Test
    void whatWasMadeFromItIsAltered() {
        var document = LAN.document(LAN.isIssued().getString("certificateId"));
        var flipped = document.clone();
        flipped[document.length / 2] ^= 1;
        var appended = Arrays.copyOf(document, document.length + 1);
        appended[document.length] = '\n';

        verify(flipped).body("result", equalTo("ALTERED")).body("certificate", nullValue());
        verify(appended).body("result", equalTo("ALTERED")).body("reasons", hasItem("CHANGED_AFTER_SIGNING"));
        verify(Arrays.copyOf(document, document.length - 3000)).body("result", equalTo("ALTERED"));
    }

    @Test
    void whatIsNotOursIsUnknown() {
        verify(Documents.signed(new Authority()))
                .body("result", equalTo("UNKNOWN_ISSUER"))
                .body("reasons", hasItems("NOT_IN_REGISTER", "ISSUER_NOT_TRUSTED"));
        verify("%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII))
                .body("result", equalTo("UNKNOWN"))
                .body("reasons", hasItem("UNREADABLE"));
        verify(new byte[0]).body("result", equalTo("UNKNOWN"));
    }

    @Test
    void aDocumentOfMoreThanFiveMegabytesIsNotTaken() {
        given().contentType("application/pdf")
                .body(new byte[5 * 1024 * 1024 + 1])
                .post("/verifications")
                .then()
                .statusCode(413)
                .contentType("application/problem+json");
        given().contentType("text/plain")
                .body("x")
                .post("/verifications")
                .then()
                .statusCode(415);
    }

    @Test
    void paperIsCheckedByCodeAndFiveFieldsAndAWrongOneLooksLikeAnother() {
        var issued = LAN.isIssued();
        var code = code(LAN.document(issued.getString("certificateId")));
        var typed =
                fields(code, issued, "nguyen thi thu  nghiem" + LAN.fullName().substring(21));

        var right = byFields(typed);
        var wrongName = byFields(fields(code, issued, "TRẦN VĂN THỬ"));
        var wrongCode = byFields(fields("0000-0000-0000-0000", issued, LAN.fullName()));
        var noCode = byFields(fields("?", issued, LAN.fullName()));

        assertThat(right.getString("result")).isEqualTo("VALID");
        assertThat(right.getString("certificate.number")).endsWith("-LLTP");
        assertThat(wrongName.prettify())
                .contains("UNKNOWN")
                .isEqualTo(wrongCode.prettify())
                .isEqualTo(noCode.prettify());
    }

    @Test
    void aFieldThatIsMissingIsTold() {
        given().contentType("application/json")
                .body("{\"code\":\"x\"}")
                .post("/verifications/by-fields")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/dossierCode", "/fullName", "/birthDate", "/sex", "/documentNumber"));
    }

    private static ValidatableResponse verify(byte[] document) {
        return given().contentType("application/pdf")
                .body(document)
                .post("/verifications")
                .then()
                .statusCode(200);
    }

    private static JsonPath byFields(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/verifications/by-fields")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String fields(String code, JsonPath issued, String fullName) {
        return """
                {"code":"%s","dossierCode":"%s","fullName":"%s","birthDate":"1985-03-17","sex":"FEMALE","documentNumber":"%s"}
                """.formatted(code, issued.getString("dossierCode"), fullName, LAN.number());
    }

    private static String code(byte[] document) {
        return Traces.of(document).codes().stream().findFirst().orElseThrow();
    }

    private static String text(byte[] document) throws IOException {
        try (var pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
