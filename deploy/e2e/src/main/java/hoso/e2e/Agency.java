package hoso.e2e;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Another agency's own consumer, with its own credentials at Kafka and nothing of ours but the contract.
final class Agency {
    static final String TOPIC = "judicial-cert.certificate-issued.v1";
    static final String NO_2 = "judicial-cert.certificate-issued-no-2.v1";
    private final RunningSystem system;
    private final String name;

    Agency(RunningSystem system, String name) {
        this.system = system;
        this.name = name;
    }

    /// A consumer of this agency in a group.
    KafkaConsumer<String, String> consumer(String group) {
        var settings = new Properties();
        settings.put("bootstrap.servers", system.url("kafka"));
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(name, system.secret("kafka." + name)));
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        settings.put("default.api.timeout.ms", "10000");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /// Listens to the announcements of No. 1 until one fits or the time is up; tells all that were heard.
    List<ConsumerRecord<String, String>> hears(Predicate<ConsumerRecord<String, String>> fits, Duration atMost) {
        return hears(TOPIC, fits, atMost);
    }

    /// The same on another topic.
    List<ConsumerRecord<String, String>> hears(
            String topic, Predicate<ConsumerRecord<String, String>> fits, Duration atMost) {
        var heard = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer(name + ".e2e-" + ProcessHandle.current().pid())) {
            consumer.subscribe(List.of(topic));
            var until = System.nanoTime() + atMost.toNanos();
            while (System.nanoTime() < until && heard.stream().noneMatch(fits)) {
                consumer.poll(Duration.ofMillis(200)).forEach(heard::add);
            }
        }
        return heard;
    }

    static String header(ConsumerRecord<String, String> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
