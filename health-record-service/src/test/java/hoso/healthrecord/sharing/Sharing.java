package hoso.healthrecord.sharing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.healthrecord.Story;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.keys.AesKey;

/// A link as an owner's app makes it, and as a program of a recipient opens it.
public record Sharing(JsonPath answer, String linkKey) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    /// Makes a link.
    ///
    /// @param members of the wish beside recipient and key, as JSON, each with a comma behind it
    public static Sharing of(Story owner, String members) {
        var key = newKey();
        return new Sharing(asks(owner, key, members).statusCode(201).extract().jsonPath(), key);
    }

    public static ValidatableResponse asks(Story owner, String key, String members) {
        return asks(owner, key, members, UUID.randomUUID().toString());
    }

    public static ValidatableResponse asks(Story owner, String key, String members, String idempotencyKey) {
        return owner.citizen()
                .contentType("application/json")
                .header("Idempotency-Key", idempotencyKey)
                .body("{" + members + "\"recipient\": \"BS. Trần Thị Thử\", \"key\": \"" + key + "\"}")
                .post("/records/me/shares")
                .then();
    }

    public static String newKey() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public String id() {
        return answer.getString("shareId");
    }

    /// What stands in the link.
    public JsonNode payload() throws Exception {
        var text = answer.getString("shlink");
        assertThat(text).startsWith("shlink:/");
        return JSON.readTree(Base64.getUrlDecoder().decode(text.substring("shlink:/".length())));
    }

    /// The path at which the link is opened, without the gateway.
    public String path() throws Exception {
        return payload().path("url").asText().replace("http://localhost:8080/api/health-record", "");
    }

    public ValidatableResponse opens() throws Exception {
        return opens("");
    }

    /// Asks for the manifest.
    ///
    /// @param members of the request beside the recipient, as JSON, each with a comma behind it
    public ValidatableResponse opens(String members) throws Exception {
        return given().contentType("application/json")
                .body("{" + members + "\"recipient\": \"Phòng khám Thử\"}")
                .post(path())
                .then();
    }

    public ValidatableResponse opensWith(String passcode) throws Exception {
        return opens("\"passcode\": \"" + passcode + "\", ");
    }

    /// What the holder of the link reads in a file.
    public JsonNode reads(String jwe) throws Exception {
        var file = new JsonWebEncryption();
        file.setKey(new AesKey(Base64.getUrlDecoder().decode(linkKey)));
        file.setCompactSerialization(jwe);
        assertThat(file.getAlgorithmHeaderValue()).isEqualTo("dir");
        assertThat(file.getEncryptionMethodHeaderParameter()).isEqualTo("A256GCM");
        assertThat(file.getHeader("zip")).isEqualTo("DEF");
        assertThat(file.getContentTypeHeaderValue()).isEqualTo("application/fhir+json");
        return JSON.readTree(file.getPlaintextBytes());
    }

    /// The files of an answer, read.
    public List<JsonNode> files(ValidatableResponse opened) throws Exception {
        var files = new ArrayList<JsonNode>();
        for (String jwe : opened.statusCode(200).extract().jsonPath().<String>getList("files.embedded")) {
            files.add(reads(jwe));
        }
        return files;
    }

    /// Types of the resources of a bundle.
    public static List<String> types(JsonNode bundle) {
        var types = new ArrayList<String>();
        bundle.path("entry")
                .forEach(entry ->
                        types.add(entry.path("resource").path("resourceType").asText()));
        return types;
    }

    public ValidatableResponse ends(Story owner) {
        return owner.citizen().post("/records/me/shares/" + id() + "/ending").then();
    }

    public JsonPath seenBy(Story owner) {
        return owner.citizen()
                .get("/records/me/shares/" + id())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Does the same many times at the same moment.
    public static <T> List<T> atOnce(int times, Callable<T> call) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            var all = new ArrayList<T>();
            for (var one : running) {
                all.add(one.get());
            }
            return all;
        }
    }

    @Override
    public String toString() {
        return "Sharing[" + id() + "]";
    }
}
