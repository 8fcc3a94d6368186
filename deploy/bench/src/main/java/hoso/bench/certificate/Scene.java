package hoso.bench.certificate;

import hoso.bench.parts.Bare;
import hoso.bench.parts.Child;
import hoso.bench.parts.Http;
import hoso.bench.parts.Installation;
import hoso.bench.report.Spread;
import hoso.local.command.Options;
import hoso.local.command.Progress;
import hoso.local.run.Keys;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// judicial-cert-service as it is packaged, with PostgreSQL and Kafka of its own, and a signing key made for this run.
final class Scene implements AutoCloseable {
    private static final String DATABASE = "judicial_cert";
    private static final String SECRET = "bench-callback-secret";
    private static final String PASSWORD = "bench-keystore";

    private static final String REQUESTS = "judicial-cert.requests.v1";
    private static final String SIGNING = """
            select request_id::text, at from timeline_entry where step = 'SIGNING' order by at desc limit ?
            """;

    /// One address asks more often here than a stranger may.
    static final Map<String, String> NO_LIMITS = Map.of("JUDICIAL_CERT_VERIFICATION_ATTEMPTS_PER_ADDRESS", "100000000");

    private final Issuer issuer;
    private final Installation installation;
    private final Child service;
    private final Keys keys;
    private final URI address;

    private Scene(Issuer issuer, Installation installation, Child service, Keys keys, URI address) {
        this.issuer = issuer;
        this.installation = installation;
        this.service = service;
        this.keys = keys;
        this.address = address;
    }

    /// Starts everything and waits until the service answers.
    ///
    /// @param own settings of the service beyond its addresses
    static Scene start(Options options, Map<String, String> own, Progress progress)
            throws IOException, SQLException, InterruptedException {
        var root = options.root();
        var jvm = Installation.jvm(options.text("jvm"));
        progress.say("starting PostgreSQL, Kafka and judicial-cert-service");
        var issuer = new Issuer();
        var installation = Installation.start(root, "certificate");
        try {
            installation.makeDatabase(DATABASE);
            installation.makeTopics(List.of(
                    REQUESTS,
                    "judicial-cert.certificate-issued.v1",
                    "judicial-cert.certificate-status.v1",
                    "judicial-cert.certificate-issued-no-2.v1",
                    "judicial-cert.certificate-status-no-2.v1",
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
            environment.putAll(own);
            var service =
                    installation.service("judicial-cert", "judicial-cert-service", DATABASE, port, jvm, environment);
            service.start();
            var address = URI.create("http://127.0.0.1:" + port);
            installation.awaitReady("judicial-cert-service", address);
            return new Scene(issuer, installation, service, keys, address);
        } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
            installation.keepFolder();
            installation.close();
            issuer.close();
            throw e;
        }
    }

    /// A bare route beside the service.
    Bare bare(Progress progress) throws IOException, SQLException, InterruptedException {
        return Bare.start(installation, progress);
    }

    Citizens citizens() {
        return new Citizens(address, issuer);
    }

    /// The usual way to the same, with the same key.
    Textbook textbook(Path root) throws IOException, GeneralSecurityException {
        return new Textbook(root, keys.keystore(), PASSWORD, keys.trustAnchor());
    }

    /// How many certificates are stored.
    long issued() throws SQLException {
        return count("select count(*) from certificate");
    }

    /// Waits until so many certificates are stored.
    void awaitIssued(long certificates, Duration patience) throws IOException, InterruptedException {
        installation.await(certificates + " certificates", patience, () -> issued() >= certificates);
    }

    /// Milliseconds from the step to be signed until the fact that it is issued is on its topic, of the last cases.
    Spread signingToTold(int cases) throws SQLException, IOException, InterruptedException {
        var signing = new HashMap<String, Instant>();
        try (var connection = installation.connect(DATABASE);
                var statement = connection.prepareStatement(SIGNING)) {
            statement.setInt(1, cases);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    signing.put(
                            row.getString(1),
                            row.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
        }
        var told = new HashMap<String, Double>();
        try (var consumer = new KafkaConsumer<>(
                installation.kafkaClient(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(REQUESTS).stream()
                    .map(one -> new TopicPartition(REQUESTS, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            installation.await("the facts on their topic", Duration.ofMinutes(2), () -> {
                for (var record : consumer.poll(Duration.ofMillis(500))) {
                    var type = new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
                    var since = signing.get(record.key());
                    if (since != null && type.contains("CertificateIssued")) {
                        told.put(record.key(), record.timestamp() - since.toEpochMilli() * 1.0);
                    }
                }
                return told.size() == signing.size();
            });
        }
        return Spread.of(told.values().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Processor time of the service and its database so far.
    Duration cpuWithDatabase() throws IOException {
        return service.cpu().plus(installation.postgres().cpuOfAll());
    }

    /// A figure of the service's own, summed over its labels.
    double metric(String name) throws IOException, InterruptedException {
        return Http.get(installation.management(address).resolve("/q/metrics"))
                .body()
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    long count(String query) throws SQLException {
        return installation.number(DATABASE, query);
    }

    @Override
    public void close() {
        installation.close();
        issuer.close();
    }
}
