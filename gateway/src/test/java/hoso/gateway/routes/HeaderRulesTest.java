package hoso.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class HeaderRulesTest {

    private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Accept-Language",
                "If-None-Match",
                "If-Match",
                "Idempotency-Key",
                "Hoso-Signature"
            })
    void whatAServiceNeedsGoesIn(String name) {
        assertThat(HeaderRules.inward(List.of()).test(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Connection",
                "Keep-Alive",
                "TE",
                "Upgrade",
                "Transfer-Encoding",
                "Proxy-Authorization",
                "X-Forwarded-For",
                "X-Forwarded-User",
                "Forwarded",
                "Cookie",
                "X-HTTP-Method-Override",
                "X-Original-URL",
                "X_Forwarded_For",
                "Host",
                "X-Named"
            })
    void whatSpeaksForTheGatewayDoesNotGoIn(String name) {
        assertThat(HeaderRules.inward(List.of("close, X-Named")).test(name)).isFalse();
    }

    @Test
    void aCallerCannotHaveTheProofOfWhoIsCallingRemoved() {
        assertThat(HeaderRules.inward(List.of("close, authorization")).test("Authorization"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Set-Cookie", "Server", "Access-Control-Allow-Origin", "Connection", "Transfer-Encoding"})
    void whatIsNobodysBusinessDoesNotComeOut(String name) {
        assertThat(HeaderRules.outward(List.of()).test(name)).isFalse();
    }

    @Test
    void aServicesOwnAddressesBecomePublicOnes() {
        var links = new PublicLinks("judicial-cert", URI.create("http://localhost:8083"));

        assertThat(links.location("http://localhost:8083/certificate-requests/1"))
                .isEqualTo("/api/judicial-cert/certificate-requests/1");
        assertThat(links.location("/certificate-requests/1")).isEqualTo("/api/judicial-cert/certificate-requests/1");
        // With X-Forwarded-Proto: https, as behind an ingress.
        assertThat(links.location("https://localhost/certificate-requests/1"))
                .isEqualTo("/api/judicial-cert/certificate-requests/1");
        assertThat(links.location("https://localhost.example/x")).isEqualTo("https://localhost.example/x");
        assertThat(links.location("https://elsewhere.example/x")).isEqualTo("https://elsewhere.example/x");
        assertThat(links.location("http://localhost:80831/x")).isEqualTo("http://localhost:80831/x");
        assertThat(links.link("</records/me/visits?after=a>; rel=\"next\""))
                .isEqualTo("</api/judicial-cert/records/me/visits?after=a>; rel=\"next\"");
    }

    @Test
    void aTraceIsContinuedOrBegun() {
        var brought = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertThat(TraceParent.of(brought, RANDOM)).isEqualTo(new TraceParent(brought, false));
        assertThat(TraceParent.of(null, RANDOM).value()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(TraceParent.of("00-" + "0".repeat(32) + "-00f067aa0ba902b7-01", RANDOM)
                        .begunHere())
                .isTrue();
        assertThat(TraceParent.of("x\r\nrole: admin", RANDOM).begunHere()).isTrue();
    }
}
