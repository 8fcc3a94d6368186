package hoso.bench.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/// Citizens at the app, each somebody new.
final class Citizens {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /// Digital citizens pay nothing (Resolution 66.22/2026): no bank stands between the request and the certificate.
    private static final String FREE = """
            {"kind":"NO_1","purpose":"Xin việc làm","banInformation":true,"copies":0,"declared":true,
             "feeCategory":"DIGITAL_CITIZEN","delivery":{"email":false,"post":null}}
            """;

    private static final String PAID = """
            {"kind":"NO_1","purpose":"Xin việc làm","banInformation":true,"copies":2,"declared":true,
             "delivery":{"email":true,"post":{"recipient":"Nguyễn Thị Thử Nghiệm","phone":"0912345678",
             "line":"12 Thử Nghiệm","communeCode":"00004","provinceCode":"01","text":"12 Thử Nghiệm, Ba Đình, Hà Nội"}}}
            """;

    private final URI address;
    private final Issuer issuer;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicLong count = new AtomicLong(System.nanoTime());

    Citizens(URI address, Issuer issuer) {
        this.address = address;
        this.issuer = issuer;
    }

    /// A citizen with a token, made before the clock runs.
    record Citizen(UUID id, String token) {}

    Citizen somebody() {
        var number = count.incrementAndGet();
        var id = new UUID(number * 0x9E3779B97F4A7C15L, number);
        return new Citizen(id, issuer.citizen(id));
    }

    /// Files a request that has to be paid.
    void requests(Citizen citizen) throws IOException, InterruptedException {
        file(citizen, PAID);
    }

    /// Files a request that is issued by itself.
    ///
    /// @return its id
    String requestsForFree(Citizen citizen) throws IOException, InterruptedException {
        return file(citizen, FREE).path("requestId").asText();
    }

    private JsonNode file(Citizen citizen, String form) throws IOException, InterruptedException {
        var request = asked(citizen, "/certificate-requests")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", citizen.id().toString())
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        return json.readTree(sent(request, 201).body());
    }

    JsonNode sees(Citizen citizen, String request) throws IOException, InterruptedException {
        return json.readTree(
                sent(asked(citizen, "/certificate-requests/" + request).GET().build(), 200)
                        .body());
    }

    byte[] document(Citizen citizen, String certificate) throws IOException, InterruptedException {
        return sent(
                        asked(citizen, "/certificates/" + certificate + "/document")
                                .GET()
                                .build(),
                        200)
                .body();
    }

    /// Shows a document to the service without a log-in.
    ///
    /// @return what it says of it
    String verifies(byte[] document) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/verifications"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/pdf")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        return json.readTree(sent(request, 200).body()).path("result").asText();
    }

    /// Asks about a document without showing it, by its digest, without a log-in.
    ///
    /// @param sha256 hexadecimal
    /// @return what the service says of it
    String checks(String sha256) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address.resolve("/verifications/documents/" + sha256))
                .timeout(PATIENCE)
                .GET()
                .build();
        return json.readTree(sent(request, 200).body()).path("result").asText();
    }

    private HttpRequest.Builder asked(Citizen citizen, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + citizen.token());
    }

    private HttpResponse<byte[]> sent(HttpRequest request, int expected) throws IOException, InterruptedException {
        var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new IOException(request.uri().getPath() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return response;
    }
}
