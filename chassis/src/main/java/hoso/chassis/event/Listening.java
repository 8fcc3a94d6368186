package hoso.chassis.event;

import hoso.chassis.problem.Faults;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/// One consumer of one group. A record is acknowledged after the transaction that took it in; a record that fails
/// stays first in its partition, which pauses while the other partitions go on.
final class Listening implements Runnable {
    private static final Logger LOG = Logger.getLogger(Listening.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Subscription subscription;
    private final Inbox inbox;
    private final EventReader reader;
    private final DeadLetters deadLetters;
    private final KafkaSettings settings;
    private final MeterRegistry meters;
    private final ListenerConfig config;
    private final Map<TopicPartition, Waiting> waiting = new HashMap<>();
    private final Thread thread;
    private volatile boolean stopping;

    /// A record that failed: how often, and when (monotonic nanoseconds) it is tried again.
    private record Waiting(long offset, int failures, long until) {}

    Listening(
            Subscription subscription,
            Inbox inbox,
            EventReader reader,
            DeadLetters deadLetters,
            KafkaSettings settings,
            MeterRegistry meters,
            ListenerConfig config) {
        this.subscription = subscription;
        this.inbox = inbox;
        this.reader = reader;
        this.deadLetters = deadLetters;
        this.settings = settings;
        this.meters = meters;
        this.config = config;
        this.thread = Thread.ofPlatform()
                .name("listener-" + subscription.group())
                .daemon()
                .unstarted(this);
    }

    String group() {
        return subscription.group();
    }

    void start() {
        thread.start();
    }

    void stop() {
        stopping = true;
    }

    void join() {
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean hasEnded() {
        return !stopping && !thread.isAlive();
    }

    @Override
    public void run() {
        while (!stopping) {
            try (var consumer = settings.consumer(group())) {
                consumer.subscribe(subscription.topics());
                LOG.infof("listening group=%s topics=%s", group(), subscription.topics());
                listen(consumer);
            } catch (WakeupException e) {
                LOG.debugf("woken group=%s", group());
            } catch (KafkaException | IllegalStateException e) {
                // Fenced, unauthorised for the moment, or a broker gone for good: begin again with a new consumer.
                LOG.warnf("listener of %s begins again: %s", group(), Faults.trace(e));
                pause(config.awayPause());
            }
        }
    }

    private void listen(KafkaConsumer<String, byte[]> consumer) {
        waiting.clear();
        while (!stopping) {
            wake(consumer);
            var records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                acknowledge(consumer, takeIn(consumer, records));
            }
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> takeIn(
            KafkaConsumer<String, byte[]> consumer, ConsumerRecords<String, byte[]> records) {
        var done = new HashMap<TopicPartition, OffsetAndMetadata>();
        for (var partition : records.partitions()) {
            for (var record : records.records(partition)) {
                if (stopping || !takeIn(record, partition)) {
                    consumer.seek(partition, record.offset());
                    if (waiting.containsKey(partition)) {
                        consumer.pause(List.of(partition));
                    }
                    break;
                }
                done.put(partition, new OffsetAndMetadata(record.offset() + 1));
            }
        }
        return done;
    }

    /// Whether the record is dealt with, so that its partition may go on.
    private boolean takeIn(ConsumerRecord<String, byte[]> record, TopicPartition partition) {
        try {
            var event = reader.read(record);
            var isNew = inbox.once(event, subscription);
            deadLetters.taken(group(), event.id());
            count(record, isNew ? "taken" : "repeated");
            waiting.remove(partition);
            return true;
        } catch (Unreadable e) {
            return putAside(record, partition, e);
        } catch (RuntimeException e) {
            if (Faults.isDatabaseAway(e)) {
                wait(record, partition, failures(record, partition), config.awayPause());
                return false;
            }
            var failures = failures(record, partition);
            if (failures >= config.pauses().size()) {
                return putAside(record, partition, e);
            }
            LOG.infof(
                    "event waits group=%s topic=%s partition=%d offset=%d failures=%d %s",
                    group(), record.topic(), record.partition(), record.offset(), failures + 1, Faults.trace(e));
            wait(record, partition, failures + 1, config.pauses().get(failures));
            return false;
        }
    }

    private boolean putAside(ConsumerRecord<String, byte[]> record, TopicPartition partition, RuntimeException why) {
        try {
            deadLetters.put(record, group(), why);
            waiting.remove(partition);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("no dead letter yet group=%s: %s", group(), Faults.trace(e));
            wait(record, partition, failures(record, partition), config.awayPause());
            return false;
        }
    }

    private int failures(ConsumerRecord<String, byte[]> record, TopicPartition partition) {
        var before = waiting.get(partition);
        return before != null && before.offset() == record.offset() ? before.failures() : 0;
    }

    private void wait(ConsumerRecord<String, byte[]> record, TopicPartition partition, int failures, Duration pause) {
        waiting.put(partition, new Waiting(record.offset(), failures, System.nanoTime() + pause.toNanos()));
    }

    private void wake(KafkaConsumer<String, byte[]> consumer) {
        var now = System.nanoTime();
        var due = consumer.paused().stream()
                .filter(partition -> {
                    var one = waiting.get(partition);
                    return one == null || now - one.until() >= 0;
                })
                .toList();
        consumer.resume(due);
    }

    private static void acknowledge(
            KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, OffsetAndMetadata> done) {
        if (!done.isEmpty()) {
            consumer.commitSync(done);
        }
    }

    private void count(ConsumerRecord<String, byte[]> record, String outcome) {
        meters.counter("hoso.events." + outcome, "group", group(), "topic", record.topic())
                .increment();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
