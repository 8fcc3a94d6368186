package hoso.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.debezium.connector.base.ChangeEventQueue;
import io.debezium.pipeline.DataChangeEvent;
import io.debezium.util.LoggingContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The queue as Debezium uses it, with a poll interval that no test outlives.
@Tag("core")
class EventQueueTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final EventQueue own = new EventQueue();

    private final ChangeEventQueue<DataChangeEvent> debeziums = new ChangeEventQueue.Builder<DataChangeEvent>()
            .pollInterval(NEVER)
            .maxBatchSize(EventQueue.BATCH)
            .maxQueueSize(EventQueue.FULL)
            .queueProvider(own)
            .loggingContextSupplier(() -> LoggingContext.forConnector("test", "outbox", "test"))
            .build();

    @Test
    void debeziumIsAnsweredAtOnceWithARecordThatCarriesTheQueue() throws Exception {
        var ofNothing = debeziums.poll();
        debeziums.enqueue(event(1));
        debeziums.enqueue(event(2));
        var ofSomething = debeziums.poll();

        assertThat(ofNothing).hasSize(1);
        assertThat(EventQueue.in(ofNothing.getFirst().getRecord())).isSameAs(own);
        assertThat(ofSomething).hasSize(1);
        assertThat(EventQueue.in(ofSomething.getFirst().getRecord())).isSameAs(own);
        assertThat(own.take(Duration.ZERO, Duration.ZERO)).hasSize(2);
    }

    @Test
    void whatWaitsIsTakenAtOnceInItsOrderAndNotAgain() throws Exception {
        for (var number = 0; number < 100; number++) {
            debeziums.enqueue(event(number));
        }

        var taken = own.take(NEVER, Duration.ZERO);

        assertThat(taken.stream().map(SourceRecord::value).toList())
                .isEqualTo(IntStream.range(0, 100).boxed().toList());
        assertThat(own.take(Duration.ZERO, Duration.ZERO)).isEmpty();
    }

    @Test
    void waitingEndsWithTheFirstEvent() throws Exception {
        var taking = new CompletableFuture<List<SourceRecord>>();
        var taker = Thread.ofPlatform().start(() -> {
            try {
                taking.complete(own.take(NEVER, Duration.ZERO));
            } catch (InterruptedException e) {
                taking.completeExceptionally(e);
            }
        });
        await().until(() -> taker.getState() == Thread.State.TIMED_WAITING);

        debeziums.enqueue(event(1));

        assertThat(taking.join()).extracting(SourceRecord::value).containsExactly(1);
    }

    @Test
    void whatComesWhileItIsGatheredIsTakenTogetherAndEnoughEndsIt() throws Exception {
        var taking = new CompletableFuture<List<SourceRecord>>();
        debeziums.enqueue(event(0));
        var taker = Thread.ofPlatform().start(() -> {
            try {
                taking.complete(own.take(NEVER, NEVER));
            } catch (InterruptedException e) {
                taking.completeExceptionally(e);
            }
        });
        await().until(() -> taker.getState() == Thread.State.TIMED_WAITING);

        for (var number = 1; number < 64; number++) {
            debeziums.enqueue(event(number));
        }

        assertThat(taking.join()).hasSize(64);
    }

    @Test
    void theRecordGivenBeforeTheFirstEventIsOfItsSourceToo() throws Exception {
        var early = debeziums.poll().getFirst().getRecord();

        debeziums.enqueue(event(1));

        assertThat(early.sourcePartition()).isEqualTo(Map.of("server", "outbox"));
    }

    @Test
    void theReaderWaitsWhileTheQueueIsFullAndLosesNothing() throws Exception {
        var read = new AtomicInteger();
        var reader = Thread.ofPlatform().start(() -> {
            try {
                for (var number = 0; number < 2_000; number++) {
                    debeziums.enqueue(event(number));
                    read.incrementAndGet();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
        var held = read.get();

        var taken = own.take(NEVER, Duration.ZERO);
        var _ = debeziums.poll();
        await().until(() -> read.get() > held);
        reader.interrupt();

        assertThat(held).isEqualTo(1_024);
        assertThat(taken).hasSize(held);
        assertThat(own.take(NEVER, Duration.ZERO).getFirst().value()).isEqualTo(held);
    }

    private static DataChangeEvent event(int number) {
        return new DataChangeEvent(
                new SourceRecord(Map.of("server", "outbox"), Map.of("lsn", number), "outbox", null, number));
    }
}
