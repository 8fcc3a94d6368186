package hoso.judicialcert.certificate.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.judicialcert.proof.statement.MerkleTree;
import hoso.judicialcert.proof.statement.MerkleTree.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The log as it is read by everybody who verifies: of the database it asks for the entry alone. The newest checkpoint
/// is kept for a second, and the tree's nodes for good, since neither ever changes; so a proof costs no query.
@ApplicationScoped
class ReadLog implements IssuanceLog {
    private static final Duration FRESH = Duration.ofSeconds(1);
    /// The upper levels of any tree and the lower ones of what is asked for often: some 15 MB.
    private static final int NODES = 100_000;

    private final LogRows rows;
    private final Padding padding;
    private final Cache<Node, byte[]> nodes =
            Caffeine.newBuilder().maximumSize(NODES).build();
    private volatile Seen newest = new Seen(Optional.empty(), System.nanoTime() - FRESH.toNanos());

    ReadLog(LogRows rows, Padding padding) {
        this.rows = rows;
        this.padding = padding;
    }

    /// @param at when it was read, in `System.nanoTime`
    private record Seen(Optional<Checkpoint> checkpoint, long at) {
        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }

        Optional<Checkpoint> covering(LogEntry entry) {
            return checkpoint.filter(one -> one.size() > entry.sequence());
        }
    }

    @Override
    public void enter(UUID certificate, Act act, String digest, Instant at) {
        for (var count = padding.before(); count > 0; count--) {
            var nothing = padding.next();
            rows.enter(nothing.certificate(), Act.ISSUED, nothing.digest(), at);
        }
        rows.enter(certificate, act, digest, at);
    }

    @Override
    public Entered find(String digest) {
        return find(rows.issuing(digest));
    }

    @Override
    public Entered find(Issuing issuing) {
        return switch (issuing) {
            case Issuing.Unknown _ -> new Entered.Never();
            case Issuing.Unplaced _ -> new Entered.Lately();
            case Issuing.Placed(var entry) ->
                newest(entry)
                        .<Entered>map(checkpoint ->
                                new Entered.Proven(new InclusionProof(entry, checkpoint, path(entry, checkpoint))))
                        .orElseGet(Entered.Lately::new);
        };
    }

    /// The newest checkpoint that covers an entry, if there is one already.
    private Optional<Checkpoint> newest(LogEntry entry) {
        var seen = newest;
        if (!seen.isFresh() || seen.covering(entry).isEmpty()) {
            seen = new Seen(rows.latest(), System.nanoTime());
            newest = seen;
        }
        return seen.covering(entry);
    }

    private List<byte[]> path(LogEntry entry, Checkpoint checkpoint) {
        var spans = MerkleTree.inclusion(entry.sequence(), checkpoint.size());
        var wanted = spans.stream().flatMap(span -> span.nodes().stream()).toList();
        var known = nodes.getAll(wanted, missing -> rows.nodes(List.copyOf(missing)));
        return LogRows.hashes(spans, known);
    }
}
