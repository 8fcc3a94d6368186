package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whoever was given a link opens it, in a real browser and through the gateway, headers and limits included.
@QuarkusTest
@QuarkusTestResource(value = SharingService.class, restrictToAnnotatedClass = true)
@Tag("edge")
class SharePageTest extends InBrowser {

    private static final String CODE = "q0W3abcdefghijklmnopqrstuvwxyz0123456789abc";

    @Test
    void aProtectedShareIsOpenedAndItsCodeStandsInNoAddress() {
        var browser = browser();
        SharingService.ADDRESSES.clear();
        SharingService.SENT.clear();

        browser.open(page() + "#" + CODE);
        open(browser, "#passcode:enabled");
        assertThat(browser.read("location.href")).isEqualTo(page());
        browser.type("#passcode", "111111");
        browser.press("button[type=submit]");
        browser.awaitShown("#passcode[aria-invalid]");
        assertThat(browser.text("#passcode-mistake")).contains("Còn 4 lần thử");
        browser.type("#passcode", SharingService.PASSCODE);
        browser.press("button[type=submit]");
        browser.awaitShown(".verdict.good");

        assertThat(browser.text(".verdict"))
                .contains("Phiếu còn giá trị", "0001/2026/PLLTP-CA01", "Công an thành phố Hà Nội")
                .contains("Bổ sung hồ sơ xin việc", "17:00, 01/12/2026");
        assertThat(SharingService.SENT)
                .last()
                .satisfies(sent -> assertThat(sent)
                        .isEqualTo(new JsonObject()
                                .put("code", CODE)
                                .put("passcode", SharingService.PASSCODE)
                                .put("name", "Trần Văn Tuyển")));
        browser.press(".verdict button.main");
        browser.awaitShown(".verdict .strong");
        assertThat(browser.text(".verdict .strong")).contains("nguyên vẹn");
        assertThat(SharingService.ADDRESSES).isNotEmpty().noneMatch(address -> address.contains(CODE));
        assertThat(browser.read("String(document.documentElement.scrollWidth <= innerWidth)"))
                .isEqualTo("true");
    }

    @Test
    void aShareThatIsOverSaysWhyInBothLanguages() throws Exception {
        var browser = browser();

        for (var state : Map.of(
                        "ENDED", "opening.over.ENDED",
                        "EXPIRED", "opening.over.EXPIRED",
                        "USED_UP", "opening.over.USED_UP",
                        "LOCKED", "opening.over.LOCKED",
                        "UNKNOWN", "opening.unknown")
                .entrySet()) {
            for (var language : new String[] {"vi", "en"}) {
                browser.open(page());
                browser.awaitShown("#name");
                browser.read("localStorage.setItem('hoso.language', '" + language + "')");
                browser.open(page() + "#" + state.getKey() + "-" + CODE);
                open(browser, ".box.unsure, .box.bad");

                assertThat(browser.text(".box h2"))
                        .as("%s in %s", state.getKey(), language)
                        .isEqualTo(word(language, state.getValue()));
            }
        }
        browser.read("localStorage.clear()");
    }

    /// Says who opens, and waits for what is shown then.
    private static void open(Browser browser, String shown) {
        browser.awaitShown("#name");
        browser.type("#name", "Trần Văn Tuyển");
        browser.press("button[type=submit]");
        browser.awaitShown(shown);
    }

    private static String word(String language, String key) throws Exception {
        return new JsonObject(Files.readString(Path.of("web/text", language + ".json"))).getString(key);
    }

    private static String page() {
        return "http://localhost:" + RestAssured.port + "/certificate-share";
    }
}
