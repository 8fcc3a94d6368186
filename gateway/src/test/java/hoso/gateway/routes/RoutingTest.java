package hoso.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("core")
class RoutingTest {

    private static final URI IDENTITY = URI.create("http://localhost:8081");
    private static final Routing ROUTING = new Routing(Map.of("identity", IDENTITY));

    @Test
    void aCallGoesToItsServiceWithoutThePrefix() {
        assertThat(find("GET", "/api/identity/citizens/me?x=1"))
                .isEqualTo(new Routing.Answer.To("identity", IDENTITY, "/citizens/me?x=1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/unknown/citizens",
                "/api/Identity/citizens",
                "/API/identity/citizens",
                "/identity/citizens",
                "/api/identity/q",
                "/api/identity/q/",
                "/api/identity/q/health",
                "/api/identity/q/metrics?x=1",
                "/api/identity/Q/metrics"
            })
    void whatIsNotForTheStreetHasNoRoute(String raw) {
        assertThat(find("GET", raw)).isEqualTo(new Routing.Answer.Nowhere());
    }

    @Test
    void aContractIsReadAndNeverWritten() {
        assertThat(find("GET", "/api/identity/contract/openapi.yaml")).isInstanceOf(Routing.Answer.To.class);
        assertThat(find("POST", "/api/identity/contract/openapi.yaml"))
                .isEqualTo(new Routing.Answer.WrongMethod("GET, HEAD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get"})
    void otherMethodsAreNotSentOn(String method) {
        assertThat(find(method, "/api/identity/citizens/me"))
                .isEqualTo(new Routing.Answer.WrongMethod("DELETE, GET, HEAD, PATCH, POST, PUT"));
    }

    @Test
    void aWellKnownAddressIsAnsweredByTheServiceWhosePathFollowsIt() {
        assertThat(find("GET", "/.well-known/openid-credential-issuer/api/identity"))
                .isEqualTo(new Routing.Answer.To("identity", IDENTITY, "/.well-known/openid-credential-issuer"));
        assertThat(find("POST", "/.well-known/jwt-vc-issuer/api/identity"))
                .isEqualTo(new Routing.Answer.WrongMethod("GET, HEAD"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known",
                "/.well-known/openid-credential-issuer",
                "/.well-known/openid-credential-issuer/api",
                "/.well-known/openid-credential-issuer/api/unknown",
                "/.well-known/openid-credential-issuer/api/identity/q",
                "/.well-known/openid-credential-issuer/other/identity",
                "/.well-known/security.txt/api/identity"
            })
    void otherWellKnownAddressesHaveNoRoute(String raw) {
        assertThat(find("GET", raw)).isEqualTo(new Routing.Answer.Nowhere());
    }

    private static Routing.Answer find(String method, String raw) {
        return ROUTING.find(method, (RequestTarget.Clean) RequestTarget.read(raw));
    }
}
