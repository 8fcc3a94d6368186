package hoso.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import hoso.gateway.limits.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@Tag("edge")
class GatewayApiTest {

    private static final int LIMIT = 16 * 1024 * 1024;

    @TestHTTPResource(value = "/", management = true)
    String management = "";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void aCallIsSentOnWithoutItsPrefix() throws Exception {
        var answer = get("/api/identity/citizens/me?after=a%3D&limit=5");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getString("target")).isEqualTo("/citizens/me?after=a%3D&limit=5");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void aServiceIsToldWhoCallsByTheGatewayAlone() throws Exception {
        var answer = raw("""
                GET /api/identity/echo HTTP/1.1\r
                Host: evil.example\r
                X-Forwarded-For: 6.6.6.6\r
                X-Forwarded-Host: evil.example\r
                Forwarded: for=6.6.6.6\r
                Cookie: a=b\r
                X-HTTP-Method-Override: DELETE\r
                Connection: close, X-Secret, Authorization\r
                X-Secret: 1\r
                TE: trailers\r
                Authorization: Bearer abc\r
                Idempotency-Key: k1\r
                tracestate: a=b\r
                \r
                """);

        var headers = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n"))).getJsonObject("headers");
        assertThat(headers.fieldNames())
                .doesNotContain("Cookie", "Forwarded", "X-secret", "Te", "X-http-method-override", "Tracestate");
        assertThat(headers.getString("X-forwarded-for")).isEqualTo("127.0.0.1");
        assertThat(headers.getString("X-forwarded-host")).isEqualTo("localhost:8080");
        assertThat(headers.getString("X-forwarded-proto")).isEqualTo("http");
        assertThat(headers.getString("X-forwarded-prefix")).isEqualTo("/api/identity");
        assertThat(headers.getString("Authorization")).isEqualTo("Bearer abc");
        assertThat(headers.getString("Idempotency-key")).isEqualTo("k1");
        assertThat(headers.getString("Traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }

    @Test
    void aCallerIsToldOnlyWhatConcernsHim() throws Exception {
        var answer = get("/api/identity/headers");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().map())
                .doesNotContainKeys("set-cookie", "server", "access-control-allow-origin", "x-hop");
        assertThat(answer.headers().firstValue("X-Kept")).contains("1");
        assertThat(answer.headers().firstValue("Location")).contains("/api/identity/citizens/7");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void nothingModifiedHasNoBody() throws Exception {
        var answer = get("/api/identity/not-modified");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void aHeadHasNoBody() throws Exception {
        var answer = send(request("/api/identity/citizens/me").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void anAnswerIsPassedOnAsItComes() throws Exception {
        var answer = client.send(request("/api/identity/stream").build(), BodyHandlers.ofInputStream());

        try (InputStream body = answer.body()) {
            assertThat(new String(body.readNBytes(5), StandardCharsets.US_ASCII))
                    .isEqualTo("first");
            Upstream.FIRST_PART_READ.countDown();
            assertThat(new String(body.readAllBytes(), StandardCharsets.US_ASCII))
                    .isEqualTo("second");
        }
    }

    @Test
    void aBodyOfExactlyTheLimitPasses() throws Exception {
        var answer =
                send(request("/api/identity/visits").POST(HttpRequest.BodyPublishers.ofByteArray(new byte[LIMIT])));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).getLong("size")).isEqualTo(LIMIT);
    }

    @Test
    void aBodyThatSaysItIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
        var answer = raw("POST /api/identity/too-large HTTP/1.1\r\nHost: x\r\nContent-Length: 104857600\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("too-large", String.valueOf(LIMIT));
        assertThat(Upstream.SEEN).doesNotContain("POST /too-large");
    }

    @Test
    void aBodyThatDoesNotSayHowLargeItIsIsCutAtTheLimit() throws Exception {
        var before = Upstream.RECEIVED.get();

        var answer = chunks("/api/identity/chunks", LIMIT / 65536 + 2);

        assertThat(answer).startsWith("HTTP/1.1 413");
        assertThat(Upstream.RECEIVED.get() - before).isLessThanOrEqualTo(LIMIT);
    }

    @Test
    void aBodyInChunksPasses() throws Exception {
        var answer = chunks("/api/identity/few-chunks", 3);

        assertThat(answer).startsWith("HTTP/1.1 200").contains("\"size\":" + 3 * 65536);
    }

    @Test
    void aBodyThatDripsIsGivenUp() throws Exception {
        var answer = raw("POST /api/identity/drip HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc");

        assertThat(answer).startsWith("HTTP/1.1 408").contains("upload-too-slow");
    }

    @Test
    void anAnswerBeforeTheBodyIsSentComesThrough() throws Exception {
        var answer = raw(
                "POST /api/identity/early HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + "a".repeat(70_000));

        assertThat(answer).startsWith("HTTP/1.1 401").contains("\"early\":true");
    }

    @Test
    void aServiceThatBreaksOffWhileABodyIsSentIsToldAtOnceAndIsNotTheCallersFault() throws Exception {
        var answer = raw("POST /api/judicial-cert/evidence HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
                + "a".repeat(70_000));

        assertThat(answer).startsWith("HTTP/1.1 502");
    }

    @Test
    void anAnswerWithoutAnEndIsCut() throws Exception {
        assertThat(raw("GET /api/identity/trickle HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 200")
                .doesNotContain("0\r\n\r\n");
        var flood = raw("GET /api/identity/flood HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(flood).startsWith("HTTP/1.1 200").doesNotContain("0\r\n\r\n");
        assertThat(flood.length()).isLessThan(1_100_000);
    }

    @Test
    void aCallerWhoHangsUpInMidBodyIsNobodysFault() throws Exception {
        var faults = faults();
        for (var body : List.of("abc", "a".repeat(70_000))) {
            try (var socket = new Socket("localhost", RestAssured.port)) {
                socket.getOutputStream()
                        .write(("POST /api/identity/hang-up HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n"
                                        + body)
                                .getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
            }
        }

        await().until(() -> get(management + "metrics")
                .body()
                .contains("gateway_calls_seconds_count{method=\"POST\",service=\"identity\",status=\"gone\"} 2"));
        assertThat(faults()).isEqualTo(faults);
        // The service saw the head of the large one at most.
        assertThat(Upstream.SEEN.stream().filter("POST /hang-up"::equals)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void aRequestWithTwoNamesOrNoneIsRefused() throws Exception {
        for (var hosts : List.of("Host: localhost\r\nHost: evil.example\r\n", "", "Host: a\r\nHost: a\r\n")) {
            for (var path : List.of("/config.json", "/api/identity/x", "/")) {
                assertThat(raw("GET " + path + " HTTP/1.1\r\n" + hosts + "\r\n"))
                        .as(path + " " + hosts)
                        .startsWith("HTTP/1.1 400");
            }
        }
    }

    @Test
    void aTargetWithoutAPathIsAProblem() throws Exception {
        for (var target : List.of("?%", "?", "?/api/identity", "?a=%zz", "x", "%")) {
            assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .as(target)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "\"reason\":\"not-a-path\"");
        }
        for (var target : List.of("/?%", "/verify?%", "/api/identity/x?%", "/config.json?%e0%a")) {
            assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                    .as(target)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "path-refused");
        }
    }

    @Test
    void aServiceThatIsNotThereIsToldApartFromOneThatIsSlow() throws Exception {
        var absent = get("/api/notification/inbox");
        var slow = get("/api/identity/hang");

        assertThat(absent.statusCode()).isEqualTo(503);
        assertThat(absent.headers().firstValue("Retry-After")).contains("5");
        assertThat(absent.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(json(absent).getString("title")).isEqualTo("Dịch vụ tạm thời không sẵn sàng");
        assertThat(slow.statusCode()).isEqualTo(504);
        assertThat(slow.headers().firstValue("Retry-After")).contains("5");
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() throws Exception {
        var answer = send(request("/api/notification/inbox").header("Accept-Language", "en-GB,en;q=0.9"));

        assertThat(json(answer).getString("title")).isEqualTo("Service not available at the moment");
        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
    }

    @Test
    void aServiceThatComesUpInTheMomentOfTheCallIsTriedOnceMore() throws Exception {
        var answer = client.sendAsync(
                request("/api/health-record/visits")
                        .POST(HttpRequest.BodyPublishers.ofString("visit"))
                        .build(),
                BodyHandlers.ofString());
        await().until(() ->
                get(management + "metrics").body().contains("gateway_retries_total{service=\"health-record\"} 1.0"));
        var late = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Upstream.latePort), 0);
        late.createContext("/", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(201, -1);
            }
        });
        late.start();

        assertThat(answer.join().statusCode()).isEqualTo(201);
        late.stop(0);
    }

    @Test
    void whatCreatesIsNeverSentTwice() throws Exception {
        var before = Upstream.BREAKS.get();

        var answer = send(
                request("/api/judicial-cert/certificate-requests").POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Upstream.BREAKS.get() - before).isEqualTo(1);
    }

    @Test
    void aReadThatBreaksOffIsReadOnceMore() throws Exception {
        var before = Upstream.BREAKS.get();

        var answer = get("/api/judicial-cert/certificate-requests");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(Upstream.BREAKS.get() - before).isEqualTo(2);
    }

    @Test
    void halfAnAnswerIsNeverTakenForAWholeOne() throws Exception {
        var answer = raw("GET /api/judicial-cert/half HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer).contains("content-length: 100").endsWith("half");
    }

    @Test
    void noHostileTargetReachesAServiceOrAFile() throws Exception {
        var wrong = new ArrayList<String>();
        var before = List.copyOf(Upstream.SEEN);

        for (var target : HostileTargets.all().toList()) {
            for (var method : List.of("GET", "POST")) {
                var answer = raw(method + " " + target.raw() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n");
                if (!answer.startsWith("HTTP/1.1 4") && !answer.startsWith("HTTP/1.0 4")) {
                    wrong.add(target.raw() + " -> " + answer.lines().findFirst().orElse("nothing"));
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(Upstream.SEEN).containsAll(before);
        assertThat(Upstream.SEEN.stream().filter(seen -> seen.contains("/q"))).isEmpty();
    }

    @Test
    void aRefusedTargetIsAProblemAndIsNotQuoted() throws Exception {
        var answer = raw("GET /api/identity/%2e%2e/q/metrics HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"reason\":\"needless-encoding\"", "connection: close")
                .doesNotContain("%2e");
    }

    @Test
    void oneRequestCannotHideAnother() throws Exception {
        var smuggled = raw("""
                POST /api/identity/outer HTTP/1.1\r
                Host: x\r
                Content-Length: 6\r
                Transfer-Encoding: chunked\r
                \r
                0\r
                \r
                GET /api/identity/q/metrics HTTP/1.1\r
                Host: x\r
                Connection: close\r
                \r
                """);

        assertThat(smuggled).doesNotContain("jvm_memory");
        assertThat(Upstream.SEEN.stream().filter(seen -> seen.contains("/q/metrics")))
                .isEmpty();
    }

    @Test
    void headersBeyondTheLimitAreRefused() throws Exception {
        var answer = raw("GET /api/identity/x HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void otherMethodsAreRefused() throws Exception {
        var answer = send(request("/api/identity/citizens").method("OPTIONS", HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("DELETE, GET, HEAD, PATCH, POST, PUT");
        assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
    }

    @Test
    void aStrangerWhoChecksTooOftenIsAskedToWait() throws Exception {
        for (var call = 0; call < 3; call++) {
            assertThat(get("/api/identity/verifications/by-fields").statusCode())
                    .isEqualTo(200);
        }

        var answer = get("/api/identity/verifications/by-fields");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 20L);
        assertThat(json(answer).getString("type")).isEqualTo("/contract/problems.md#too-many-requests");
    }

    @Test
    void aPersonsBudgetIsEmptiedByThatPersonOnly() throws Exception {
        await().until(() -> narrow(Tokens.person("probe")) == 429);

        for (var call = 0; call < 5; call++) {
            narrow(Tokens.forged("lan"));
        }

        assertThat(List.of(narrow(Tokens.person("lan")), narrow(Tokens.person("lan")), narrow(Tokens.person("lan"))))
                .containsExactly(200, 200, 429);
        assertThat(narrow(Tokens.person("minh"))).isEqualTo(200);
    }

    @Test
    void thePagesAreGuarded() throws Exception {
        for (var path : List.of(
                "/",
                "/verify",
                "/certificates/0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10",
                "/certificates/0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10/share",
                "/shares/0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10",
                "/certificate-share",
                "/config.json")) {
            var answer = get(path);

            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains(
                            "script-src 'self'", "connect-src 'self' http://localhost:8180", "frame-ancestors 'none'");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
        }
    }

    @Test
    void aBrokenLinkShowsAPageToAPersonAndAProblemToAProgram() throws Exception {
        var person = send(request("/nowhere").header("Accept", "text/html,*/*;q=0.8"));
        var program = get("/nowhere");

        assertThat(person.statusCode()).isEqualTo(404);
        assertThat(person.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(program.statusCode()).isEqualTo(404);
        assertThat(json(program).getString("type")).isEqualTo("/contract/problems.md#not-found");
    }

    @Test
    void theGatewayTellsHowItIs() throws Exception {
        get("/api/identity/citizens/0199f0a2-7c1e-7d33-9f6e-0b1f6a5f7c10");
        var metrics = get(management + "metrics").body();

        assertThat(get(management + "health/ready").statusCode()).isEqualTo(200);
        assertThat(get(management + "health/live").statusCode()).isEqualTo(200);
        assertThat(metrics).contains("gateway_calls_seconds_count{method=\"GET\",service=\"identity\",status=\"200\"}");
        assertThat(metrics).doesNotContain("0199f0a2");
    }

    @Test
    void whatOnlyOperatorsMaySeeIsNotAtThePublicPort() throws Exception {
        for (var path : List.of(
                "/q/metrics",
                "/q/metrics/",
                "/q/health",
                "/q/health/ready",
                "/q/health/live",
                "/q/health/started",
                "/q/health/well",
                "/q/openapi",
                "/q/info",
                "/q",
                "/q/")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    /// What the alarm on services that are not reached counts.
    private List<String> faults() throws IOException, InterruptedException {
        return get(management + "metrics")
                .body()
                .lines()
                .filter(line -> line.matches("gateway_refusals_total.*(unreadable-answer|service-).*")
                        || line.matches("gateway_calls_seconds_count.*status=\"5.*"))
                .sorted()
                .toList();
    }

    private int narrow(String token) throws IOException, InterruptedException {
        return send(request("/api/identity/narrow").header("Authorization", "Bearer " + token))
                .statusCode();
    }

    /// An address that begins with a slash is one of the public port.
    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port).resolve(address))
                .timeout(Duration.ofSeconds(20));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return new JsonObject(answer.body());
    }

    /// What a client library would not send.
    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(4000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return answer(socket);
        }
    }

    private String chunks(String path, int count) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(4000);
            var out = socket.getOutputStream();
            out.write(("POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var chunk = new byte[65536];
            try {
                for (var i = 0; i < count; i++) {
                    out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(chunk);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException _) {
                // The gateway answered and closed before everything was sent: what it said is still to be read.
            }
            return answer(socket);
        }
    }

    /// Reads until the gateway closes, or has been silent long enough to have said everything.
    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        try {
            int octet;
            while ((octet = socket.getInputStream().read()) >= 0) {
                answer.append((char) octet);
                if (complete(answer)) {
                    break;
                }
            }
        } catch (IOException _) {
            // Silence or a broken connection ends the answer too.
        }
        return answer.toString();
    }

    private static boolean complete(StringBuilder answer) {
        var head = answer.indexOf("\r\n\r\n");
        if (head < 0) {
            return false;
        }
        var length = Pattern.compile("(?i)\r\ncontent-length: (\\d+)").matcher(answer.substring(0, head));
        return length.find() && answer.length() >= head + 4 + Integer.parseInt(length.group(1));
    }
}
