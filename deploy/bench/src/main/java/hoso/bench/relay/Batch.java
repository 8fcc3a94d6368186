package hoso.bench.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/// Publishes records and returns when Kafka has all of them.
final class Batch {

    private Batch() {}

    static <V> void publish(KafkaProducer<String, V> producer, List<ProducerRecord<String, V>> records)
            throws InterruptedException {
        var sent = new ArrayList<Future<RecordMetadata>>(records.size());
        records.forEach(record -> sent.add(producer.send(record)));
        for (var one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused a record", e.getCause());
            }
        }
    }
}
