package hoso.healthrecord;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;

/// identity-service as its contract says: it tells those it knows who they are, by their token.
public final class Identity implements AutoCloseable {
    private final HttpServer server;
    private final ConcurrentHashMap<UUID, String> people = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, UUID> wards = new ConcurrentHashMap<>();
    private volatile boolean failing;

    public Identity() throws IOException {
        var url = URI.create(ConfigProvider.getConfig().getValue("health-record.identity.url", String.class));
        server = HttpServer.create(new InetSocketAddress("localhost", url.getPort()), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/citizens/me", this::answer);
        server.createContext("/citizens/me/dependants/identification", this::dependant);
        server.start();
    }

    /// Enrols somebody.
    public UUID knows(UUID citizen, String number, String name, String birthDate) {
        people.put(citizen, """
                {"citizenId": "%s", "personalNumber": "%s", "fullName": "%s", "birthDate": "%s", "sex": "FEMALE",
                 "nationality": "Việt Nam", "ethnicity": null, "birthplace": null, "permanentAddress": null,
                 "fatherName": null, "motherName": null, "spouseName": null, "accountLevel": 2,
                 "contactPoints": {"email": null, "phone": null}}
                """.formatted(citizen, number, name, birthDate));
        return citizen;
    }

    /// The register says that somebody is the child or the ward of somebody else.
    public void entrusts(UUID guardian, UUID ward) {
        wards.put(guardian, ward);
    }

    private void dependant(HttpExchange exchange) throws IOException {
        try (exchange) {
            var ward = wards.get(caller(exchange));
            var body = (ward == null ? "" : people.getOrDefault(ward, "")).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static UUID caller(HttpExchange exchange) throws IOException {
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        var claims = Base64.getUrlDecoder().decode(bearer.split("\\.", -1)[1]);
        return UUID.fromString(
                new ObjectMapper().readTree(claims).path("person_id").asText());
    }

    public void fails() {
        failing = true;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = people.getOrDefault(caller(exchange), "").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(
                    failing ? 500 : body.length == 0 ? 404 : 200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
