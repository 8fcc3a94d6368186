package hoso.judicialcert;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/// identity-service as its contract says: it tells the bearer of a token who they are.
public final class IdentityService {
    private static final Pattern PERSON = Pattern.compile("\"person_id\":\"([0-9a-f-]+)\"");
    private static final Map<UUID, String> PEOPLE = new ConcurrentHashMap<>();
    private static volatile boolean away;
    private static boolean started;

    private IdentityService() {}

    /// Starts it where the service under test looks for it; once for all tests.
    public static synchronized void start() {
        if (started) {
            return;
        }
        try {
            var url = URI.create(ConfigProvider.getConfig().getValue("judicial-cert.identity-url", String.class));
            var server = HttpServer.create(new InetSocketAddress("localhost", url.getPort()), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/citizens/me", IdentityService::answer);
            server.createContext("/citizens/me/dependants/identification", IdentityService::identify);
            server.createContext("/citizens/identification", IdentityService::identify);
            server.start();
            started = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// It knows somebody from now on.
    public static void knows(UUID id, String number, String fullName, String birthDate, String sex) {
        PEOPLE.put(id, """
                {"citizenId":"%s","personalNumber":"%s","fullName":"%s","birthDate":"%s","sex":"%s","nationality":"Việt Nam",
                "ethnicity":"Kinh","birthplace":"Hà Nội","permanentAddress":{"line":"12 Thử Nghiệm","communeCode":"00004",
                "provinceCode":"01","text":"12 Thử Nghiệm, phường Ba Đình, thành phố Hà Nội"},"fatherName":null,
                "motherName":null,"spouseName":null,"accountLevel":2,"contactPoints":{"email":"lan@example.vn","phone":null}}
                """.formatted(id, number, fullName, birthDate, sex));
    }

    /// Whether it is down.
    public static void isAway(boolean now) {
        away = now;
    }

    /// Whom an organisation or a relative names: number, name and birth date have to agree.
    private static void identify(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = new ObjectMapper().readTree(exchange.getRequestBody());
            var known = PEOPLE.values().stream()
                    .filter(person -> Stream.of("personalNumber", "fullName", "birthDate")
                            .allMatch(name -> person.contains(
                                    "\"" + name + "\":\"" + asked.path(name).asText() + "\"")))
                    .findFirst()
                    .orElse("");
            var body = (known.isEmpty() ? "{}" : known).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : known.isEmpty() ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var token = exchange.getRequestHeaders().getFirst("Authorization").substring("Bearer ".length());
            var claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
            var person = PERSON.matcher(claims);
            var known = person.find() ? PEOPLE.get(UUID.fromString(person.group(1))) : null;
            var body = (known == null ? "{}" : known).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(away ? 503 : known == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
