package hoso.chassis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Reads and writes topics of the test broker, from outside the service under test.
public final class Topic {

    /// An event as it lies on a topic.
    public record Published(String key, Map<String, String> headers, JsonNode data, byte[] value) {
        public String id() {
            return headers.getOrDefault("ce_id", "");
        }

        public String type() {
            return headers.getOrDefault("ce_type", "");
        }

        public String subject() {
            return headers.getOrDefault("ce_subject", "");
        }
    }

    private Topic() {}

    /// Everything on a topic up to its present end; empty when the topic does not exist yet.
    public static List<Published> read(String topic) {
        return records(topic).stream()
                .map(record -> published(record.key(), record.value(), record.headers()))
                .toList();
    }

    private static List<ConsumerRecord<String, byte[]>> records(String topic) {
        try (var consumer =
                new KafkaConsumer<>(connection("test-reader"), new StringDeserializer(), new ByteArrayDeserializer())) {
            var infos = consumer.listTopics().get(topic);
            if (infos == null) {
                return List.of();
            }
            var partitions = infos.stream()
                    .map(info -> new org.apache.kafka.common.TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /// One header of every record of a topic, as text.
    public static List<String> headers(String topic, String name) {
        return records(topic).stream()
                .map(record -> new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8))
                .toList();
    }

    /// Events of a topic about one subject.
    public static List<Published> read(String topic, String subject) {
        return read(topic).stream()
                .filter(published -> published.subject().equals(subject))
                .toList();
    }

    /// Tells an event as another service would, and waits until Kafka has it.
    ///
    /// @return the id of the event
    public static UUID publish(String topic, String type, String key, String subject, String json) {
        var id = UUID.randomUUID();
        publish(id, topic, type, key, subject, json);
        return id;
    }

    /// Tells an event under a given id: the same id again is the same event.
    public static void publish(UUID id, String topic, String type, String key, String subject, String json) {
        var headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_source", "/test",
                "ce_type", type,
                "ce_subject", subject,
                "ce_time", "2026-11-23T08:00:00Z",
                "ce_sequence", "1",
                "content-type", "application/json");
        put(topic, key, headers, json.getBytes(StandardCharsets.UTF_8));
    }

    /// Puts a bare record on a topic.
    public static void put(String topic, String key, Map<String, String> headers, byte[] value) {
        try (var producer =
                new KafkaProducer<>(connection("test-writer"), new StringSerializer(), new ByteArraySerializer())) {
            var record = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Published published(String key, byte[] value, org.apache.kafka.common.header.Headers headers) {
        var names = new java.util.LinkedHashMap<String, String>();
        headers.forEach(header -> names.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            return new Published(key, names, new ObjectMapper().readTree(value), value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties connection(String client) {
        var properties = new Properties();
        properties.put(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        properties.put("client.id", client);
        return properties;
    }
}
