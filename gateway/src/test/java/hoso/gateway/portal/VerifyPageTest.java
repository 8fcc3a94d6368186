package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;

/// Anybody verifies a file, in a real browser and through the gateway.
@QuarkusTest
@QuarkusTestResource(value = VerifyingService.class, restrictToAnnotatedClass = true)
class VerifyPageTest extends InBrowser {

    @Test
    void aGenuineFileDoesNotLeaveTheDevice() {
        var text = verified(VerifyingService.GENUINE, ".verdict.good");

        assertThat(text).contains("0001/2026/PLLTP-CA01", "Công an thành phố Hà Nội");
        assertThat(VerifyingService.ASKED)
                .containsExactly("GET /verifications/documents/" + VerifyingService.DIGEST + " 0");
    }

    @Test
    void whatTheRegisterDoesNotKnowIsSentToBeLookedInto() {
        var changed = VerifyingService.GENUINE + "!";

        verified(changed, ".verdict.bad");

        assertThat(VerifyingService.ASKED).hasSize(2).last().isEqualTo("POST /verifications " + changed.length());
    }

    /// Chooses a file, has it verified, and reads what is shown then.
    private static String verified(String content, String shown) {
        var browser = browser();
        VerifyingService.ASKED.clear();
        browser.open("http://localhost:" + RestAssured.port + "/verify");
        browser.awaitShown("#file");
        browser.read(
                "{const chosen = new DataTransfer(); chosen.items.add(new File(['" + content
                        + "'], 'phieu.pdf', {type: 'application/pdf'})); document.querySelector('#file').files = chosen.files; ''}");
        browser.press("form:has(#file) button[type=submit]");
        browser.awaitShown(shown);
        return browser.text(".verdict");
    }
}
