package hoso.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A citizen with the app in hand: asks, is sent to the passcode when an act is sensitive, and asks again.
public final class Citizen {
    private static final Map<String, String> ADDRESS = Map.of(
            "recipient", "Nguyễn Thị Thử Nghiệm",
            "phone", "0912000001",
            "line", "12 đường Thử Nghiệm",
            "communeCode", "00004",
            "provinceCode", "01",
            "text", "12 đường Thử Nghiệm, phường Ba Đình, thành phố Hà Nội");

    private final RunningSystem system;
    private final Login login;
    private String token;

    private Citizen(RunningSystem system, Login login) {
        this.system = system;
        this.login = login;
        this.token = login.token(1);
    }

    /// Somebody who has logged in with the password, and nothing more yet.
    static Citizen loggedIn(RunningSystem system, String username) {
        return new Citizen(system, new Login(system, username));
    }

    /// Reads a resource.
    Http.Reply get(String service, String path) {
        return get(service, path, Map.of());
    }

    Http.Reply get(String service, String path, Map<String, String> headers) {
        var reply = Http.get(system.api(service, path), bearer(headers));
        return needsPasscode(reply) ? Http.get(system.api(service, path), bearer(headers)) : reply;
    }

    /// Does something, with a key of its own: the same key again is the same deed.
    Http.Reply post(String service, String path, Object body) {
        return post(service, path, body, UUID.randomUUID().toString());
    }

    Http.Reply post(String service, String path, Object body, String key) {
        return post(service, path, body, Map.of("Idempotency-Key", key));
    }

    /// Does something to a resource as it was seen.
    Http.Reply postIfMatch(String service, String path, Object body, String tag) {
        return post(service, path, body, Map.of("If-Match", tag));
    }

    private Http.Reply post(String service, String path, Object body, Map<String, String> headers) {
        var reply = Http.post(system.api(service, path), bearer(headers), body);
        return needsPasscode(reply) ? Http.post(system.api(service, path), bearer(headers), body) : reply;
    }

    /// Enters the passcode when that is what the answer asks for (RFC 9470).
    private boolean needsPasscode(Http.Reply reply) {
        if (reply.status() != 401 || !reply.header("WWW-Authenticate").contains("insufficient_user_authentication")) {
            return false;
        }
        token = login.token(2);
        return true;
    }

    private Map<String, String> bearer(Map<String, String> headers) {
        var all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + token);
        all.putIfAbsent("Accept-Language", "vi");
        return all;
    }

    /// Files a request for a certificate No. 1.
    ///
    /// @param byPost whether a paper copy is wanted as well
    JsonNode requestsCertificate(boolean byPost) {
        return requests(certificateRequest(byPost));
    }

    /// Files a request for a certificate of this kind, by e-mail alone.
    JsonNode requestsCertificate(String kind) {
        var form = new LinkedHashMap<>(certificateRequest(false));
        form.put("kind", kind);
        return requests(form);
    }

    private JsonNode requests(Map<String, Object> form) {
        return post("judicial-cert", "/certificate-requests", form).expect(201).json();
    }

    /// The certificate of a request that was paid, once it is there.
    String certificate(String requestId) {
        return Waiting.until(
                "the certificate",
                Duration.ofSeconds(90),
                () -> Optional.of(certificateRequest(requestId).path("certificateId"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText));
    }

    /// The certificate's file.
    byte[] document(String certificate) {
        return get("judicial-cert", "/certificates/" + certificate + "/document")
                .expect(200)
                .body();
    }

    /// What a request says: a certificate No. 1, by e-mail or by post as well.
    public static Map<String, Object> certificateRequest(boolean byPost) {
        var delivery = new LinkedHashMap<String, @Nullable Object>();
        delivery.put("email", true);
        delivery.put("post", byPost ? ADDRESS : null);
        return Map.of(
                "kind",
                "NO_1",
                "purpose",
                "Bổ sung hồ sơ xin việc làm",
                "banInformation",
                false,
                "copies",
                2,
                "delivery",
                delivery,
                "declared",
                true);
    }

    /// The case as it stands.
    JsonNode certificateRequest(String requestId) {
        return get("judicial-cert", "/certificate-requests/" + requestId)
                .expect(200)
                .json();
    }
}
