package hoso.bench.certificate;

import hoso.bench.parts.Child;
import hoso.bench.parts.Installation;
import hoso.bench.report.Progress;
import hoso.local.up.Keys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// judicial-cert-service as it is packaged, with PostgreSQL and Kafka of its own, and a signing key made for this run.
final class Scene implements AutoCloseable {
    private static final String DATABASE = "judicial_cert";
    private static final String SECRET = "bench-callback-secret";
    private static final String PASSWORD = "bench-keystore";
    private final Issuer issuer;
    private final Installation installation;
    private final Child service;
    private final Path trustAnchor;
    private final URI address;

    private Scene(Issuer issuer, Installation installation, Child service, Path trustAnchor, URI address) {
        this.issuer = issuer;
        this.installation = installation;
        this.service = service;
        this.trustAnchor = trustAnchor;
        this.address = address;
    }

    /// Starts everything and waits until the service answers.
    ///
    /// @param own settings of the service beyond its addresses
    static Scene start(Path root, Map<String, String> own, Progress progress)
            throws IOException, SQLException, InterruptedException {
        progress.say("starting PostgreSQL, Kafka and judicial-cert-service");
        var issuer = new Issuer();
        var installation = Installation.start(root, "certificate");
        try {
            installation.makeDatabase(DATABASE);
            installation.makeTopics(List.of(
                    "judicial-cert.requests.v1",
                    "judicial-cert.certificate-issued.v1",
                    "judicial-cert.certificate-status.v1",
                    "notification.deliveries.v1"));
            var keys = new Keys(Files.createDirectories(installation.folder().resolve("signing-keys")), PASSWORD);
            keys.ensure(List.of("judicial-cert-service"));
            var port = installation.freePort();
            var environment = new HashMap<String, String>();
            environment.put("OIDC_URL", issuer.realm());
            environment.put("IDENTITY_URL", issuer.address());
            environment.put("SIGNING_KEYSTORE", keys.keystore().toString());
            environment.put("SIGNING_KEYSTORE_PASSWORD", PASSWORD);
            environment.put("SIGNING_KEY_ALIAS", "document-signing");
            environment.put("TRUST_ANCHOR", keys.trustAnchor().toString());
            environment.put("BANK_CALLBACK_SECRET", SECRET);
            // Token and identity answers are made for this run; nobody reads the deliveries.
            environment.putAll(own);
            var service = installation.service(
                    "judicial-cert", "judicial-cert-service", DATABASE, port, Installation.LONG_LIVED, environment);
            service.start();
            var address = URI.create("http://127.0.0.1:" + port);
            installation.await("judicial-cert-service", () -> isReady(address));
            return new Scene(issuer, installation, service, keys.trustAnchor(), address);
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            installation.keepFolder();
            installation.close();
            issuer.close();
            throw e;
        }
    }

    Citizens citizens() {
        return new Citizens(address, issuer);
    }

    Path trustAnchor() {
        return trustAnchor;
    }

    URI address() {
        return address;
    }

    /// Processor time of the service so far.
    Duration cpu() throws IOException {
        return service.cpu();
    }

    /// Processor time of the service and its database so far.
    Duration cpuWithDatabase() throws IOException {
        return service.cpu().plus(installation.postgres().cpuOfAll());
    }

    /// A figure of the service's own, summed over its labels.
    double metric(String name) throws IOException, InterruptedException {
        return get(address.resolve("/q/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    long count(String query) throws SQLException {
        try (var connection = installation.connect(DATABASE);
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    void run(String statement) throws SQLException {
        try (var connection = installation.connect(DATABASE);
                var running = connection.createStatement()) {
            running.execute(statement);
        }
    }

    private static boolean isReady(URI address) throws InterruptedException {
        try {
            return get(address.resolve("/q/health/ready")).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        installation.close();
        issuer.close();
    }
}
