package hoso.chassis.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("core")
class PublishedTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration KEPT = Duration.ofMinutes(2);

    @Test
    void whatKafkaHasIsNoLongerLookedFor() {
        var published = new Published(Clock.fixed(NOON, ZoneOffset.UTC), KEPT);
        published.add(events(0, 10_000), List.of());
        var missing = missing(9_990, 10_010);

        published.strikeOut(missing);

        assertThat(missing.keySet()).containsExactlyInAnyOrderElementsOf(ids(10_000, 10_010));
        assertThat(published.count()).isEqualTo(10_000);
    }

    @Test
    void whatIsOlderThanAnyComparisonNeedsIsForgotten() {
        var now = new AtomicReference<>(NOON);
        var published = new Published(new Moving(now), KEPT);
        published.add(events(0, 5_000), List.of());
        now.set(NOON.plus(KEPT).plusSeconds(1));
        published.add(events(5_000, 5_001), List.of());
        var missing = missing(0, 5_001);

        published.strikeOut(missing);

        assertThat(missing.keySet()).containsExactlyInAnyOrderElementsOf(ids(0, 5_000));
    }

    @Test
    void aBacklogDoesNotFillTheMemory() {
        var published = new Published(Clock.fixed(NOON, ZoneOffset.UTC), KEPT);
        published.add(events(0, 600_000), List.of());
        var first = missing(0, 1);
        var last = missing(599_999, 600_000);

        published.strikeOut(first);
        published.strikeOut(last);

        assertThat(first).hasSize(1);
        assertThat(last).isEmpty();
    }

    @Test
    void whoeverWaitsForAMarkerGoesOnWhenTheRelayHasComePastIt() throws Exception {
        var published = new Published(Clock.fixed(NOON, ZoneOffset.UTC), KEPT);
        var waiting = Thread.ofPlatform().start(() -> {
            try {
                published.awaitPassed(7);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> waiting.getState() == Thread.State.WAITING);
        published.add(events(0, 1), List.of(6L));
        await().until(() -> waiting.getState() == Thread.State.WAITING);

        published.add(events(1, 2), List.of(7L));

        assertThat(waiting.join(Duration.ofMinutes(1))).isTrue();
    }

    private static List<ProducerRecord<String, byte[]>> events(int from, int to) {
        return IntStream.range(from, to).mapToObj(PublishedTest::event).toList();
    }

    private static ProducerRecord<String, byte[]> event(int number) {
        List<Header> headers =
                List.of(new RecordHeader("ce_id", id(number).toString().getBytes(StandardCharsets.US_ASCII)));
        return new ProducerRecord<>("t", null, null, "k", new byte[0], headers);
    }

    private static Map<UUID, String> missing(int from, int to) {
        var missing = new HashMap<UUID, String>();
        ids(from, to).forEach(id -> missing.put(id, "fact"));
        return missing;
    }

    private static List<UUID> ids(int from, int to) {
        return LongStream.range(from, to).mapToObj(PublishedTest::id).toList();
    }

    private static UUID id(long number) {
        return new UUID(number * 31, number);
    }

    private static final class Moving extends Clock {
        private final AtomicReference<Instant> now;

        Moving(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
