package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever was given a link to parts of a health record reads it, in a real browser without a program of their own.
@QuarkusTest
@QuarkusTestResource(value = LinkedRecord.class, restrictToAnnotatedClass = true)
@Tag("edge")
class HealthLinkPageTest extends InBrowser {

    @Test
    void aLinkIsReadInTheBrowserAndItsKeyIsSentNowhere() {
        var browser = browser();
        LinkedRecord.SEEN.clear();

        browser.open(page() + "#" + link("open", "P"));
        browser.awaitShown("#passcode");
        assertThat(browser.read("location.href")).isEqualTo(page());
        browser.type("#name", "BS. Trần Thị Thử");
        browser.type("#passcode", "111111");
        browser.press("button[type=submit]");
        browser.awaitShown("#passcode[aria-invalid]");
        assertThat(browser.text("#passcode-mistake")).contains("Còn 4 lần thử");
        browser.type("#passcode", LinkedRecord.PASSCODE);
        browser.press("button[type=submit]");
        browser.awaitShown(".record");

        assertThat(browser.text(".record"))
                .contains("NGUYỄN THỊ THỬ NGHIỆM", "17/03/1985", "Bệnh viện Thử", "Penicillin", "CRP")
                .contains("< 0.5 mg/L", "bình thường 0 – 5", "đã loại trừ", "đính chính");
        assertThat(browser.text("article s")).contains("Lao phổi");
        assertThat(browser.read("document.title")).doesNotContain("owned");
        assertThat(browser.read("String(document.querySelectorAll('article').length)"))
                .isEqualTo("2");
        assertThat(browser.read("String(document.documentElement.scrollWidth <= innerWidth)"))
                .isEqualTo("true");
        assertThat(LinkedRecord.SEEN)
                .hasSize(3)
                .noneMatch(seen -> seen.contains(LinkedRecord.base64(LinkedRecord.KEY)))
                .noneMatch(seen -> seen.contains("shlink"));
    }

    @Test
    void whatIsShownIsThereForPeopleWhoListenAndForPaper() {
        var browser = browser();

        browser.open(page() + "#" + link("open", "P"));
        browser.awaitShown("#passcode");
        browser.type("#name", "BS. Trần Thị Thử");
        browser.type("#passcode", LinkedRecord.PASSCODE);
        browser.press("button[type=submit]");
        browser.awaitShown(".record");

        assertThat(browser.read("String(document.activeElement.closest('.record, .answer') !== null)"))
                .isEqualTo("true");
        assertThat(browser.read("String([...document.querySelectorAll('section')].every(one =>"
                        + " one.querySelector('h2') || one.hasAttribute('aria-label')))"))
                .isEqualTo("true");
        assertThat(browser.read("String(matchMedia('print').media)")).isEqualTo("print");
        assertThat(browser.read("document.querySelector('.record button').innerText"))
                .isEqualTo("In");
    }

    @Test
    void aLinkThatIsOverOrCutOffSaysSoInBothLanguages() throws Exception {
        var browser = browser();

        for (var language : new String[] {"vi", "en"}) {
            browser.open(page());
            browser.awaitShown(".box");
            browser.read("localStorage.setItem('hoso.language', '" + language + "')");
            browser.open(page() + "#" + link("over", ""));
            browser.awaitShown("#name");
            browser.type("#name", "BS. Trần Thị Thử");
            browser.press("button[type=submit]");
            browser.awaitShown(".box h2");
            assertThat(browser.text(".box h2")).isEqualTo(word(language, "hlink.over"));

            browser.open(page() + "#" + link("open", "P").substring(0, 30));
            browser.awaitShown(".box h2");
            assertThat(browser.text(".box h2")).isEqualTo(word(language, "hlink.unknown"));
        }
        browser.read("localStorage.clear()");
    }

    private static String link(String address, String flag) {
        var payload = new JsonObject()
                .put("url", "http://localhost:" + RestAssured.port + "/api/health-record/shares/" + address)
                .put("key", LinkedRecord.base64(LinkedRecord.KEY))
                .put("flag", flag)
                .put("label", "Khám tim")
                .put("v", 1);
        return "shlink:/" + LinkedRecord.base64(payload.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String word(String language, String key) throws Exception {
        return new JsonObject(Files.readString(Path.of("web/text", language + ".json"))).getString(key);
    }

    private static String page() {
        return "http://localhost:" + RestAssured.port + "/health-share";
    }
}
