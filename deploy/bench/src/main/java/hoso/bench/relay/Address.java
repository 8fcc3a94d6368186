package hoso.bench.relay;

import java.util.HashMap;
import java.util.Map;

/// Where a relay of the comparison finds its database and its Kafka: told by the environment.
record Address(String database, int port, String password, String kafka, String kafkaPassword) {

    static Address fromEnvironment() {
        return new Address(
                variable("DB_NAME"),
                Integer.parseInt(variable("DB_PORT")),
                variable("DB_PASSWORD"),
                variable("KAFKA_BOOTSTRAP"),
                variable("KAFKA_PASSWORD"));
    }

    Map<String, String> environment() {
        return Map.of(
                "DB_NAME", database,
                "DB_PORT", Integer.toString(port),
                "DB_PASSWORD", password,
                "KAFKA_BOOTSTRAP", kafka,
                "KAFKA_PASSWORD", kafkaPassword);
    }

    /// A producer as it comes, and only as patient as it must be to lose nothing.
    Map<String, Object> producer() {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", kafka);
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"admin\" password=\""
                        + kafkaPassword + "\";");
        settings.put("acks", "all");
        return settings;
    }

    private static String variable(String name) {
        var value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set");
        }
        return value;
    }
}
