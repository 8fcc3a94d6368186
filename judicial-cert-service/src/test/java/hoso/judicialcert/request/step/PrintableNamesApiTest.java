package hoso.judicialcert.request.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import hoso.chassis.testing.Servers;
import hoso.judicialcert.Citizen;
import hoso.judicialcert.Partners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A case whose certificate could never be written is not begun.
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(Partners.class)
@Tag("edge")
class PrintableNamesApiTest {

    @Test
    void aNameThatNoCertificateCanShowIsRefusedAtTheDoor() {
        var citizen = Citizen.named("NGUYỄN THỊ \u4e2d");

        citizen.asks(UUID.randomUUID().toString(), Citizen.USUAL)
                .then()
                .statusCode(422)
                .body("type", endsWith("#person-not-printable"))
                .body("field", equalTo("fullName"))
                .body("character", containsString("U+4E2D"));
    }

    @Test
    void aHyphenOfAWordProcessorInANameIsPrintedAsAHyphen() throws IOException {
        var citizen = Citizen.named("NGUYỄN THỊ THỬ\u2011NGHIỆM");

        var document = citizen.document(citizen.isIssued().getString("certificateId"));

        try (var pdf = Loader.loadPDF(document)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("NGUYỄN THỊ THỬ-NGHIỆM");
        }
    }
}
