package hoso.chassis.relay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/// What a run of the relay has published: how many events, which of them lately (by their ids), and up to which marker.
/// It is memory of this process and no more: an event it does not know, for its age or because the process is new, is
/// looked for on its topic.
final class Published {
    /// Ids of 16 bytes; a piece is dropped as a whole.
    private static final int PIECE = 4_096;

    /// Half a million ids are 8 MB. They come together only while a backlog is drained.
    private static final int MOST_PIECES = 128;

    private final Clock clock;
    private final Duration kept;
    private final ArrayDeque<Piece> pieces = new ArrayDeque<>();
    private final Set<Long> passed = new HashSet<>();
    private long count;

    private static final class Piece {
        private final long[] high = new long[PIECE];
        private final long[] low = new long[PIECE];
        private Instant last = Instant.EPOCH;
        private int count;
    }

    /// @param kept how long an id is of use
    Published(Clock clock, Duration kept) {
        this.clock = clock;
        this.kept = kept;
    }

    /// Kafka has these, and all before them; these markers are passed.
    synchronized void add(Collection<ProducerRecord<String, byte[]>> records, Collection<Long> markers) {
        count += records.size();
        if (!markers.isEmpty()) {
            // Those of an earlier run are awaited by nobody.
            passed.clear();
            passed.addAll(markers);
            notifyAll();
        }
        var now = clock.instant();
        while (!pieces.isEmpty() && pieces.getFirst().last.isBefore(now.minus(kept))) {
            pieces.removeFirst();
        }
        for (var record : records) {
            var header = record.headers().lastHeader("ce_id");
            if (header != null) {
                add(UUID.fromString(new String(header.value(), StandardCharsets.US_ASCII)), now);
            }
        }
    }

    private void add(UUID id, Instant now) {
        var piece = pieces.peekLast();
        if (piece == null || piece.count == PIECE) {
            if (pieces.size() == MOST_PIECES) {
                pieces.removeFirst();
            }
            piece = new Piece();
            pieces.addLast(piece);
        }
        piece.high[piece.count] = id.getMostSignificantBits();
        piece.low[piece.count] = id.getLeastSignificantBits();
        piece.last = now;
        piece.count++;
    }

    synchronized long count() {
        return count;
    }

    /// Waits until the relay has come past a marker, for as long as it takes: while it has not, what is missing may
    /// only be late.
    synchronized void awaitPassed(long marker) throws InterruptedException {
        while (!passed.remove(marker)) {
            wait();
        }
    }

    /// Takes the ids that Kafka has out of those that are looked for.
    void strikeOut(Map<UUID, ?> missing) {
        for (var filled : filled()) {
            var piece = filled.piece();
            for (var i = 0; i < filled.count() && !missing.isEmpty(); i++) {
                missing.remove(new UUID(piece.high[i], piece.low[i]));
            }
        }
    }

    /// A piece, and how much of it was filled when it was looked at: what is filled never changes.
    private record Filled(Piece piece, int count) {}

    private synchronized List<Filled> filled() {
        return pieces.stream().map(piece -> new Filled(piece, piece.count)).toList();
    }
}
