package hoso.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a person sees who is logged in, and that nothing of it can be seen after log-out, in a real browser that keeps
/// the pages it left.
@QuarkusTest
@QuarkusTestResource(value = LoggedInService.class, restrictToAnnotatedClass = true)
@Tag("edge")
class LoggedInPageTest extends InBrowser {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LOG_OUT = ".tools button:last-child";
    private static final String PAGE = "document.title + ' ' + document.body.innerText + ' ' + document.body.innerHTML";

    @Test
    void backShowsNothingOfWhoLoggedOut() {
        var browser = loggedIn();
        browser.press(LOG_OUT);
        await().atMost(SOON).until(() -> !LoggedInService.loggedIn);
        await().atMost(SOON).until(() -> browser.read("location.pathname").equals("/"));
        browser.awaitShown(".tools");

        for (var steps = 1; steps <= 3; steps++) {
            browser.read("history.back()");
            await().atMost(SOON).until(() -> browser.read("document.readyState").equals("complete"));
            isNobodys(browser.read(PAGE));
        }
    }

    @Test
    void aPageTheBrowserKeptComesBackEmptyAndIsLoadedAnew() {
        var browser = loggedIn();
        // What the page held in the moment it came back, told before it is loaded anew.
        browser.read(
                "addEventListener('pageshow', event => sessionStorage.setItem('came-back', event.persisted + ' ' + "
                        + PAGE + ")); ''");
        LoggedInService.loggedIn = false;
        browser.read("location.assign('/contract/problems.md'); ''");
        await().atMost(SOON).until(() -> browser.read("location.pathname").equals("/contract/problems.md"));

        browser.read("history.back()");

        browser.awaitShown("#log-in");
        isNobodys(browser.read(PAGE));
        browser.open(home());
        browser.awaitShown(".tools");
        // Some browsers keep no page like this one; one that does gives it back empty.
        isNobodys(browser.read("String(sessionStorage.getItem('came-back'))"));
        browser.read("sessionStorage.clear()");
    }

    @Test
    void theOtherTabsForgetThePersonToo() throws Exception {
        var browser = loggedIn();
        var other = browser.otherTab();
        other.open(home() + "certificates");
        other.awaitShown(".list .line");

        other.press(LOG_OUT);

        await().atMost(SOON).until(() -> !browser.read(PAGE).contains(LoggedInService.DOSSIER));
        await().atMost(SOON).until(() -> browser.read("location.pathname").equals("/"));
        browser.awaitShown(".tools");
        isNobodys(browser.read(PAGE));
    }

    @Test
    void aListGoesOnWhereAPageOfItEnds() {
        var browser = loggedIn();
        assertThat(browser.read("String(document.querySelectorAll('.list .line').length)"))
                .isEqualTo("50");

        browser.press(".list ~ .row button");
        browser.awaitShown(".list li:nth-child(53)");

        assertThat(browser.read("String(document.querySelectorAll('.list .line').length)"))
                .isEqualTo("53");
        assertThat(browser.read("String(document.activeElement === document.querySelector('.list li:nth-child(51)'))"))
                .isEqualTo("true");
        assertThat(browser.read("String(document.querySelector('.list ~ .row button'))"))
                .isEqualTo("null");
    }

    private static Browser loggedIn() {
        var browser = browser();
        LoggedInService.loggedIn = true;
        browser.open(home() + "certificates");
        browser.awaitShown(".list .line");
        assertThat(browser.read(PAGE)).contains(LoggedInService.DOSSIER, LoggedInService.NAME);
        return browser;
    }

    private static void isNobodys(String text) {
        assertThat(text).doesNotContain(LoggedInService.DOSSIER, LoggedInService.NAME);
    }

    private static String home() {
        return "http://localhost:" + RestAssured.port + "/";
    }
}
