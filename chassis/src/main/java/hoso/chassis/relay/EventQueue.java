package hoso.chassis.relay;

import io.debezium.connector.base.QueueProvider;
import io.debezium.pipeline.DataChangeEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.source.SourceRecord;

/// Where Debezium's reader leaves what it has read, for [Engine] to take at once. Debezium's own queue hands a batch
/// over when it is full or the poll interval is over, whichever comes first, and spends the last millisecond of each
/// interval in a busy loop: a short interval costs a fifth of a core at idle, a long one is latency.
///
/// Debezium still asks this queue for batches. What it gets, each time and at once, is one record that carries the
/// queue itself; whoever is given that record waits on the queue without holding Debezium's lock.
///
/// Debezium finds it by its name (`queue.provider.type`, META-INF/services), so the class and its constructor are
/// public.
public final class EventQueue implements QueueProvider<DataChangeEvent> {
    static final String NAME = "outbox";

    /// Settings of Debezium that go with [#size()]: a batch is one record, and a queue of two is full.
    static final int BATCH = 1;

    static final int FULL = 2;

    /// Events that wait at most: a longer queue is no faster, and fills a heap of 160 MB.
    private static final int MOST = 1_024;

    /// With so many there is nothing more to be won by gathering.
    private static final int ENOUGH = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();

    /// Of the source, as Debezium names it in each event: empty until the first has come.
    private final Map<String, Object> partition = new HashMap<>();

    private List<SourceRecord> waiting = new ArrayList<>();

    /// The queue that a record carries.
    static EventQueue in(SourceRecord carrier) {
        return (EventQueue) carrier.value();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // What it needs to know are constants.
    }

    @Override
    public void enqueue(DataChangeEvent event) {
        lock.lock();
        try {
            if (partition.isEmpty()) {
                partition.putAll(event.getRecord().sourcePartition());
            }
            waiting.add(event.getRecord());
            if (waiting.size() == 1 || waiting.size() == ENOUGH) {
                filled.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    /// What has come since the last call, in its order.
    ///
    /// @param patience how long to wait for the first; when nothing came the list is empty
    /// @param gather how long to wait for others once the first has come
    List<SourceRecord> take(Duration patience, Duration gather) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            await(1, patience);
            if (!waiting.isEmpty()) {
                await(ENOUGH, gather);
            }
            var taken = waiting;
            waiting = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private void await(int events, Duration patience) throws InterruptedException {
        var left = patience.toNanos();
        while (waiting.size() < events && left > 0) {
            left = filled.awaitNanos(left);
        }
    }

    /// A record that carries this queue; its source is that of the events.
    @Override
    public DataChangeEvent poll() {
        return new DataChangeEvent(new SourceRecord(partition, Map.of(), NAME, null, this));
    }

    /// One, since there is always a record to poll; two when no more events may come.
    @Override
    public int size() {
        lock.lock();
        try {
            return waiting.size() < MOST ? BATCH : FULL;
        } finally {
            lock.unlock();
        }
    }
}
