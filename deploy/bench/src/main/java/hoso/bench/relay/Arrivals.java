package hoso.bench.relay;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads one topic from its beginning and notes when each numbered event was first seen (monotonic
/// nanoseconds).
final class Arrivals implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final AtomicLongArray seenAt;
    private final AtomicInteger seen = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicLong lastSeenAt = new AtomicLong(System.nanoTime());
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Thread thread;
    private volatile boolean isStopping;

    Arrivals(Map<String, Object> client, String topic, int events) {
        this.seenAt = new AtomicLongArray(events);
        var settings = new java.util.HashMap<>(client);
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", false);
        settings.put("max.poll.records", 5_000);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.assign(consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList());
        this.thread = Thread.ofPlatform().name("arrivals-" + topic).daemon().start(this::read);
    }

    private void read() {
        try (consumer) {
            while (!isStopping) {
                var records = consumer.poll(POLL);
                var now = System.nanoTime();
                for (var record : records) {
                    if (seenAt.compareAndSet(Load.number(record.value()), 0, now)) {
                        seen.incrementAndGet();
                        lastSeenAt.set(now);
                    } else {
                        repeated.incrementAndGet();
                    }
                }
            }
        }
    }

    int seen() {
        return seen.get();
    }

    /// Records that told an event again.
    int repeated() {
        return repeated.get();
    }

    /// When the event was first seen; 0 when it was not.
    long seenAt(int number) {
        return seenAt.get(number);
    }

    /// Waits until so many different events were seen; gives up when nothing comes for `silence`.
    void await(int events, Duration silence) throws IOException, InterruptedException {
        lastSeenAt.set(System.nanoTime());
        while (seen.get() < events) {
            if (System.nanoTime() - lastSeenAt.get() > silence.toNanos()) {
                throw new IOException("only " + seen.get() + " of " + events + " events came, then none for "
                        + silence.toSeconds() + " s");
            }
            var _ = new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        isStopping = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
