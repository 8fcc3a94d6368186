package wrong.bakery.oven;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Tells a fact that no transaction stands behind.
class Chimney {
    void smoke(KafkaProducer<String, String> producer) {
        var _ = producer.send(new ProducerRecord<>("bakery.smoke.v1", "white"));
    }
}
