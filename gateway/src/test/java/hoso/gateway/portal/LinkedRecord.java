package hoso.gateway.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// health-record-service as far as a link is opened, by its contract: an address that begins with `over` leads nowhere,
/// any other asks for a passcode.
public class LinkedRecord implements QuarkusTestResourceLifecycleManager {

    static final String PASSCODE = "204060";
    static final ConcurrentLinkedQueue<String> SEEN = new ConcurrentLinkedQueue<>();
    static final byte[] KEY = new byte[32];

    private static final String RECORD = """
            {"resourceType": "Bundle", "type": "collection", "entry": [
              {"resource": {"resourceType": "Patient", "id": "p", "name": [{"text": "NGUYỄN THỊ THỬ NGHIỆM"}],
                            "birthDate": "1985-03-17", "gender": "female"}},
              {"resource": {"resourceType": "Encounter", "id": "e", "status": "finished",
                            "period": {"start": "2026-09-15T08:30:00+07:00"}, "serviceProvider": {"display": "Bệnh viện Thử"}}},
              {"resource": {"resourceType": "AllergyIntolerance", "id": "a", "code": {"text": "Penicillin"}}},
              {"resource": {"resourceType": "Condition", "id": "c", "verificationStatus": {"coding": [{"code": "refuted"}]},
                            "code": {"text": "Lao phổi"}}},
              {"resource": {"resourceType": "Observation", "id": "o", "status": "final", "code": {"text": "CRP"},
                            "valueQuantity": {"comparator": "<", "value": 0.5, "unit": "mg/L"},
                            "referenceRange": [{"text": "0 – 5"}], "effectiveDateTime": "2026-09-15T09:00:00+07:00"}},
              {"resource": {"resourceType": "MedicationRequest", "id": "m", "medicationCodeableConcept":
                            {"text": "<img src=x onerror=document.title='owned'>"}}}]}
            """;

    private final HttpServer server = server();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public Map<String, String> start() {
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange);
            }
        });
        server.setExecutor(threads);
        server.start();
        return Map.of(
                "gateway.routes.services.health-record",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    /// After the others, whose address of this service is another one.
    @Override
    public int order() {
        return 1;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        SEEN.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().entrySet() + " " + sent);
        if (path.equals("/share-files/ticket")) {
            JudicialCertStandIn.answer(exchange, 200, "application/jose", jwe().getBytes(StandardCharsets.US_ASCII));
        } else if (path.startsWith("/shares/over")) {
            problem(exchange, 404, "not-found", new JsonObject());
        } else if (!PASSCODE.equals(new JsonObject(sent).getString("passcode"))) {
            problem(exchange, 401, "share-passcode-wrong", new JsonObject().put("remainingAttempts", 4));
        } else {
            var port = exchange.getRequestHeaders().getFirst("X-Forwarded-Host");
            var file = new JsonObject()
                    .put("contentType", "application/fhir+json")
                    .put("lastUpdated", "2026-09-16T02:00:00Z");
            var files = new JsonArray()
                    .add(file.copy().put("embedded", jwe()).put("status", "finalized"))
                    .add(file.copy()
                            .put("location", "http://" + port + "/api/health-record/share-files/ticket")
                            .put("status", "no-longer-valid"));
            var manifest = new JsonObject().put("files", files).encode().getBytes(StandardCharsets.UTF_8);
            JudicialCertStandIn.answer(exchange, 200, "application/json", manifest);
        }
    }

    private static String jwe() throws IOException {
        var head = base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"cty\":\"application/fhir+json\"}"
                .getBytes(StandardCharsets.US_ASCII));
        var nonce = new byte[12];
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            deflater.write(RECORD.getBytes(StandardCharsets.UTF_8));
        }
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(head.getBytes(StandardCharsets.US_ASCII));
            var sealed = cipher.doFinal(packed.toByteArray());
            var text = Arrays.copyOf(sealed, sealed.length - 16);
            var tag = Arrays.copyOfRange(sealed, sealed.length - 16, sealed.length);
            return head + ".." + base64(nonce) + "." + base64(text) + "." + base64(tag);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void problem(HttpExchange exchange, int status, String slug, JsonObject facts) throws IOException {
        var problem = facts.put("type", "/contract/problems.md#" + slug)
                .put("title", slug)
                .put("status", status);
        JudicialCertStandIn.answer(
                exchange, status, "application/problem+json", problem.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
