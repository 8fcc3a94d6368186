package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anybody verifies a file, in a real browser and through the gateway.
@QuarkusTest
@QuarkusTestResource(value = VerifyingService.class, restrictToAnnotatedClass = true)
@Tag("edge")
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

    @Test
    void aVerdictNamesItsFileAndGoesWithAnyNewChoice() {
        for (var choice : new String[] {
            choose("other", "khac.pdf"),
            "document.querySelector('#purpose').dispatchEvent(new Event('input', {bubbles: true}))",
            "document.querySelector('#reference').dispatchEvent(new Event('input', {bubbles: true}))",
            "document.querySelector('#code').dispatchEvent(new Event('input', {bubbles: true}))",
            "document.querySelector('#sex').dispatchEvent(new Event('input', {bubbles: true}))"
        }) {
            assertThat(verified(VerifyingService.GENUINE, ".verdict.good")).contains("phieu.pdf");

            browser().read(choice);

            assertThat(browser().text(".verdict")).as(choice).isEmpty();
        }
    }

    @Test
    void aVerdictThatComesLateIsNotShownForAnotherFile() {
        var browser = browser();
        browser.open("http://localhost:" + RestAssured.port + "/verify");
        browser.awaitShown("#file");
        browser.read(choose(VerifyingService.SLOW, "cham.pdf"));
        browser.press("form:has(#file) button[type=submit]");
        await().until(() -> VerifyingService.WAITING.hasQueuedThreads());

        browser.read(choose(VerifyingService.GENUINE, "phieu.pdf"));
        VerifyingService.WAITING.release();
        browser.awaitShown("form:has(#file) button[type=submit]:enabled");

        assertThat(browser.text(".answer")).isEmpty();
    }

    /// What a person does who chooses a file.
    private static String choose(String content, String name) {
        return "{const chosen = new DataTransfer(); chosen.items.add(new File(['" + content + "'], '" + name
                + "', {type: 'application/pdf'})); const file = document.querySelector('#file'); file.files = chosen.files;"
                + " file.dispatchEvent(new Event('change', {bubbles: true})); ''}";
    }

    /// Chooses a file, has it verified, and reads what is shown then.
    private static String verified(String content, String shown) {
        var browser = browser();
        VerifyingService.ASKED.clear();
        browser.open("http://localhost:" + RestAssured.port + "/verify");
        browser.awaitShown("#file");
        browser.read(choose(content, "phieu.pdf"));
        browser.press("form:has(#file) button[type=submit]");
        browser.awaitShown(shown);
        return browser.text(".verdict");
    }
}
