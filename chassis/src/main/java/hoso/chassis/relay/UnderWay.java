package hoso.chassis.relay;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Batches that were sent to Kafka and are not confirmed to the slot yet, in the order of the log. A batch may be
/// confirmed when Kafka has acknowledged all of it and all before it: what is confirmed is never read again.
final class UnderWay {
    /// Records under way at most: more wait in the engine's queue, and then in the database.
    private static final int MOST = 2_048;

    private final ArrayDeque<Batch> batches = new ArrayDeque<>();
    private int records;

    /// What was read together.
    ///
    /// @param offset of the last: the slot is one line, and whoever has its last event has all before it
    record Batch(
            List<ProducerRecord<String, byte[]>> records,
            List<Long> markers,
            List<? extends Future<RecordMetadata>> sent,
            Map<String, ?> offset) {
        boolean isDone() {
            return sent.stream().allMatch(Future::isDone);
        }
    }

    void add(Batch batch) {
        batches.addLast(batch);
        records += batch.records().size();
    }

    /// Takes the oldest batch when Kafka has it. While too many records are under way, this waits for it.
    ///
    /// @return null when the oldest is not acknowledged yet, or when there is none
    /// @throws IllegalStateException when Kafka refused a record of it: neither it nor a later one may be confirmed
    @Nullable
    Batch acknowledged() {
        var oldest = batches.peekFirst();
        if (oldest == null || (records <= MOST && !oldest.isDone())) {
            return null;
        }
        await(oldest.sent());
        batches.removeFirst();
        records -= oldest.records().size();
        return oldest;
    }

    /// Returns when Kafka has all of these.
    static void await(List<? extends Future<RecordMetadata>> sent) {
        for (var one : sent) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("Kafka refused an event; it is published again", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while publishing", e);
            }
        }
    }
}
