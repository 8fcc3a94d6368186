package hoso.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class RequestTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/verify",
                "/app/app.js",
                "/api/identity/citizens/me",
                "/api/health-record/records/me/visits?after=AbC_-9%3D%3D&limit=50",
                "/api/judicial-cert/certificate-requests/0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10",
                "/api/judicial-cert/certificates/0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10/document",
                "/api/notification/deliveries/me?subject=0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10",
                "/api/x/H%E1%BB%93%20s%C6%A1",
                "/api/x/?a=b&c=%26%2F",
                "/api/x/trailing/",
                "/api/x/a.b"
            })
    void aPlainTargetPassesUntouched(String raw) {
        var clean = RequestTarget.read(raw);

        assertThat(clean).isInstanceOf(RequestTarget.Clean.class);
        var back = (RequestTarget.Clean) clean;
        assertThat(back.query().isEmpty() ? back.path() : back.path() + "?" + back.query())
                .isEqualTo(raw);
    }

    @ParameterizedTest
    @MethodSource("hoso.gateway.routes.HostileTargets#all")
    void aTargetWithTwoReadingsIsRefused(HostileTargets.Target target) {
        assertThat(RequestTarget.read(target.raw())).isEqualTo(new RequestTarget.Refused(target.reason()));
    }

    @Test
    void theCorpusIsLargeAndHasNoTwins() {
        assertThat(HostileTargets.all().map(HostileTargets.Target::raw))
                .hasSizeGreaterThanOrEqualTo(60)
                .doesNotHaveDuplicates();
    }

    @Test
    void aTargetLosesItsPrefixAndKeepsItsQuery() {
        var target = (RequestTarget.Clean) RequestTarget.read("/api/identity/citizens/me?x=%2F");

        assertThat(target.after(2)).isEqualTo("/citizens/me?x=%2F");
    }

    @Test
    void aTargetThatIsOnlyThePrefixBecomesTheRoot() {
        var target = (RequestTarget.Clean) RequestTarget.read("/api/identity");

        assertThat(target.after(2)).isEqualTo("/");
    }
}
