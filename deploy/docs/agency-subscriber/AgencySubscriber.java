import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Prints a line for each judicial record certificate that is issued, and for each that counts no more. See
/// ../agency-subscriber.md.
class AgencySubscriber {
    private static final String ISSUED = "judicial-cert.certificate-issued.v1";
    private static final String STATUS = "judicial-cert.certificate-status.v1";
    /// For procedure agencies only; the broker refuses others.
    private static final List<String> NO_2 =
            List.of("judicial-cert.certificate-issued-no-2.v1", "judicial-cert.certificate-status-no-2.v1");

    public static void main(String[] args) throws Exception {
        try (var consumer =
                new KafkaConsumer<>(settings(System.getenv()), new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(topics(System.getenv()));
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    var certificate = new ObjectMapper().readTree(record.value());
                    System.out.println(
                            record.topic().contains(".certificate-issued")
                                    ? line(certificate, "certificateId", "kind", "agency", "issuedAt", "digest")
                                    : line(certificate, "certificateId", "status", "at", "successorId"));
                }
                consumer.commitSync();
            }
        }
    }

    private static List<String> topics(Map<String, String> environment) {
        var no1 = List.of(ISSUED, STATUS);
        return "NO_2".equals(environment.get("AGENCY_VIEW"))
                ? Stream.concat(no1.stream(), NO_2.stream()).toList()
                : no1;
    }

    private static String line(JsonNode certificate, String... fields) {
        return Stream.of(fields)
                .map(field -> field + "=" + certificate.path(field).asText())
                .collect(Collectors.joining(" "));
    }

    /// The agency's own user; groups begin with its name.
    private static Properties settings(Map<String, String> environment) {
        var user = environment.get("KAFKA_USER");
        var settings = new Properties();
        settings.put("bootstrap.servers", environment.get("KAFKA_BOOTSTRAP"));
        settings.put("security.protocol", environment.getOrDefault("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT"));
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, environment.get("KAFKA_PASSWORD")));
        settings.put("group.id", user + ".certificates");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        if (environment.containsKey("KAFKA_CA")) {
            settings.put("ssl.truststore.type", "PEM");
            settings.put("ssl.truststore.location", environment.get("KAFKA_CA"));
        }
        return settings;
    }
}
