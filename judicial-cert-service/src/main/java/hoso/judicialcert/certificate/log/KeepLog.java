package hoso.judicialcert.certificate.log;

import hoso.judicialcert.proof.statement.MerkleTree;
import hoso.judicialcert.proof.statement.MerkleTree.Node;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Gives entries their place and signs checkpoints. One replica does it at a time; the others find the right taken and
/// go on sleeping.
@ApplicationScoped
class KeepLog {
    static final String TYPE = "hoso-checkpoint+jwt";
    private static final int AT_ONCE = 500;

    private final LogRows rows;
    private final CheckpointSigner seal;
    private final LogConfig config;
    private final Clock clock;
    private final Padding padding;

    KeepLog(LogRows rows, CheckpointSigner seal, LogConfig config, Clock clock, Padding padding) {
        this.rows = rows;
        this.seal = seal;
        this.config = config;
        this.clock = clock;
        this.padding = padding;
    }

    /// Whether entries wait for their place or for a checkpoint.
    @Transactional
    boolean isWanted() {
        return rows.isAnyWaiting() || isCheckpointDue() || padding.isDue();
    }

    private boolean isCheckpointDue() {
        var last = rows.last();
        var checkpoint = rows.latest();
        if (last.isEmpty()) {
            return false;
        }
        var age = checkpoint.map(one -> one.at().until(clock.instant()));
        var isNews = checkpoint.isEmpty()
                || checkpoint.get().size() <= last.get().entry().sequence();
        return isNews
                ? age.isEmpty() || age.get().compareTo(config.period()) >= 0
                : age.orElseThrow().compareTo(config.renewal()) >= 0;
    }

    /// Gives the next entries their place. A log that no longer contains what was signed is not continued: they wait.
    ///
    /// @return whether this replica had the right
    @Transactional
    boolean place() {
        if (!rows.mayPlace()) {
            return false;
        }
        rows.latest().ifPresent(this::mustStillHold);
        if (padding.isDue()) {
            var nothing = padding.next();
            rows.enter(nothing.certificate(), Act.ISSUED, nothing.digest(), clock.instant());
            padding.rest();
        }
        var last = rows.last();
        var sequence = last.map(kept -> kept.entry().sequence() + 1).orElse(0L);
        var previous = last.map(LogRows.Kept::hash).orElse(LogEntry.NONE);
        var fresh = new HashMap<Node, byte[]>();
        for (var waiting : rows.waiting(AT_ONCE)) {
            var entry = new LogEntry(
                    sequence, waiting.certificate(), waiting.act(), waiting.digest(), waiting.at(), previous);
            var hash = entry.hash();
            rows.place(waiting.id(), entry, hash);
            grow(sequence, hash, fresh);
            previous = hash;
            sequence++;
        }
        return true;
    }

    /// Adds a leaf and the subtrees it completes.
    private void grow(long sequence, byte[] leaf, Map<Node, byte[]> fresh) {
        var node = new Node(0, sequence);
        var hash = leaf;
        while (true) {
            rows.add(node, hash);
            fresh.put(node, hash);
            if ((node.index() & 1) == 0) {
                return;
            }
            var left = new Node(node.level(), node.index() - 1);
            var known = fresh.get(left);
            var other = known == null
                    ? Objects.requireNonNull(rows.nodes(List.of(left)).get(left))
                    : known;
            hash = MerkleTree.inner(other, hash);
            node = new Node(node.level() + 1, node.index() >> 1);
        }
    }

    /// Signs a checkpoint when one is due, and never one that contradicts the one before.
    @Transactional
    void sign() {
        if (!rows.mayPlace() || !isCheckpointDue()) {
            return;
        }
        var size = rows.last().orElseThrow().entry().sequence() + 1;
        rows.latest().ifPresent(this::mustStillHold);
        var root = rows.hashes(List.of(MerkleTree.root(size))).getFirst();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var payload = "{\"iat\":" + at.getEpochSecond() + ",\"size\":" + size + ",\"root\":\""
                + HexFormat.of().formatHex(root) + "\"}";
        rows.add(new Checkpoint(size, root, at, seal.sealed(TYPE, payload)));
    }

    private void mustStillHold(Checkpoint checkpoint) {
        var root = rows.hashes(List.of(MerkleTree.root(checkpoint.size()))).getFirst();
        if (!Arrays.equals(root, checkpoint.root())) {
            throw new IllegalStateException("the log is no longer the one that was signed");
        }
    }
}
