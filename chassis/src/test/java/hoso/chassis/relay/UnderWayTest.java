package hoso.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What may be confirmed to the slot, whatever the order in which Kafka acknowledges.
@Tag("core")
class UnderWayTest {
    private static final RecordMetadata ACKNOWLEDGED =
            new RecordMetadata(new TopicPartition("things", 0), 0, 0, 0, 0, 0);

    private final UnderWay underWay = new UnderWay();

    @Test
    void nothingIsConfirmedBeforeAllOfItsRecordsAreAcknowledged() {
        var sent = sent(2);
        underWay.add(batch(1, sent));

        assertThat(underWay.acknowledged()).isNull();
        sent.getLast().complete(ACKNOWLEDGED);
        assertThat(underWay.acknowledged()).isNull();
        sent.getFirst().complete(ACKNOWLEDGED);
        assertThat(underWay.acknowledged()).extracting(UnderWay.Batch::offset).isEqualTo(Map.of("lsn", 1));
    }

    @Test
    void aBatchThatIsAcknowledgedWaitsForThoseBeforeIt() {
        var first = sent(1);
        var second = sent(1);
        underWay.add(batch(1, first));
        underWay.add(batch(2, second));

        second.getFirst().complete(ACKNOWLEDGED);
        assertThat(underWay.acknowledged()).isNull();
        first.getFirst().complete(ACKNOWLEDGED);

        assertThat(Stream.generate(underWay::acknowledged)
                        .takeWhile(batch -> batch != null)
                        .map(UnderWay.Batch::offset))
                .isEqualTo(List.of(Map.of("lsn", 1), Map.of("lsn", 2)));
    }

    @Test
    void afterARefusalNeitherItNorALaterBatchIsConfirmed() {
        var refused = sent(1);
        var later = sent(1);
        underWay.add(batch(1, refused));
        underWay.add(batch(2, later));

        later.getFirst().complete(ACKNOWLEDGED);
        refused.getFirst().completeExceptionally(new IllegalArgumentException("too large"));

        for (var attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(underWay::acknowledged)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("too large");
        }
    }

    /// A heartbeat is a batch without records: it carries the position behind the events before it.
    @Test
    void aHeartbeatConfirmsNothingThatIsStillUnderWay() {
        var sent = sent(1);
        underWay.add(batch(1, sent));
        underWay.add(batch(2, List.of()));

        assertThat(underWay.acknowledged()).isNull();
    }

    @Test
    void withTooManyUnderWayTheOldestIsWaitedFor() {
        var sent = sent(3_000);
        underWay.add(batch(1, sent));
        var waiting = CompletableFuture.supplyAsync(underWay::acknowledged);

        sent.forEach(one -> one.complete(ACKNOWLEDGED));

        assertThat(waiting.join()).isNotNull();
        assertThat(underWay.acknowledged()).isNull();
    }

    private static List<CompletableFuture<RecordMetadata>> sent(int records) {
        return IntStream.range(0, records)
                .mapToObj(number -> new CompletableFuture<RecordMetadata>())
                .toList();
    }

    private static UnderWay.Batch batch(int position, List<CompletableFuture<RecordMetadata>> sent) {
        var records = sent.stream()
                .map(one -> new ProducerRecord<String, byte[]>("things", new byte[0]))
                .toList();
        return new UnderWay.Batch(records, List.of(), sent, Map.of("lsn", position));
    }
}
