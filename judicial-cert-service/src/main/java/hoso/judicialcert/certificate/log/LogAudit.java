package hoso.judicialcert.certificate.log;

import hoso.judicialcert.proof.statement.MerkleTree;
import hoso.judicialcert.proof.statement.MerkleTree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/// Reads a log from its first entry to its last and says what is wrong with it. Whoever changed an entry had to change
/// all after it; whoever changed them all is betrayed by a checkpoint that was signed before.
final class LogAudit {
    private final SequencedMap<Long, List<Checkpoint>> checkpoints;
    private final List<Fault> faults = new ArrayList<>();
    private final List<byte[]> edge = new ArrayList<>();
    private final List<byte[]> complete = new ArrayList<>();
    private final Map<UUID, Act> standings = new HashMap<>();
    private byte[] previous = LogEntry.NONE;
    private long size;

    /// Something that is not as it was.
    ///
    /// @param sequence the first place where it shows
    record Fault(Kind kind, long sequence) {}

    /// What can be wrong.
    enum Kind {
        /// An entry is missing, or stands where another one belongs.
        OUT_OF_ORDER,
        /// An entry does not follow the one before it.
        CHAIN_BROKEN,
        /// What is stored as the hash of an entry is not its hash.
        HASH_DIFFERS,
        /// A node of the tree is not what its leaves make it.
        NODE_DIFFERS,
        /// A checkpoint was signed for other entries than these.
        CHECKPOINT_DIFFERS,
        /// A checkpoint was signed for more entries than there are.
        CUT_SHORT,
        /// A certificate was withdrawn before it was issued, or issued twice.
        CONTRADICTS_ITSELF
    }

    /// @param checkpoints every one that is known, best also those others kept
    LogAudit(List<Checkpoint> checkpoints) {
        this.checkpoints = new java.util.TreeMap<>();
        for (var one : checkpoints) {
            this.checkpoints.computeIfAbsent(one.size(), _ -> new ArrayList<>()).add(one);
        }
        check();
    }

    /// Reads the next entry.
    ///
    /// @param stored the hash that was kept with it
    void read(LogEntry entry, byte[] stored) {
        if (entry.sequence() != size) {
            fault(Kind.OUT_OF_ORDER, size);
        }
        if (!Arrays.equals(entry.previous(), previous)) {
            fault(Kind.CHAIN_BROKEN, size);
        }
        var hash = entry.hash();
        if (!Arrays.equals(hash, stored)) {
            fault(Kind.HASH_DIFFERS, size);
        }
        var before = standings.put(entry.certificate(), entry.act());
        if (before == null ? entry.act() != Act.ISSUED : before != Act.ISSUED || entry.act() == Act.ISSUED) {
            fault(Kind.CONTRADICTS_ITSELF, size);
        }
        add(hash);
        previous = hash;
        size++;
        check();
    }

    /// The node of the tree that the last entry completed at a level, to be compared with the one that is kept.
    void compare(Node node, byte[] kept) {
        var complete = edge.size() > node.level() ? edge.get(node.level()) : null;
        if (complete == null || !Arrays.equals(complete, kept)) {
            fault(Kind.NODE_DIFFERS, size - 1);
        }
    }

    /// All that was found, when the last entry was read.
    List<Fault> faults() {
        checkpoints.keySet().stream().filter(one -> one > size).findFirst().ifPresent(_ -> fault(Kind.CUT_SHORT, size));
        return List.copyOf(faults);
    }

    private void check() {
        for (var checkpoint : checkpoints.getOrDefault(size, List.of())) {
            if (!Arrays.equals(checkpoint.root(), root())) {
                fault(Kind.CHECKPOINT_DIFFERS, size);
            }
        }
    }

    /// The right edge of the tree: the complete subtrees, the smallest last.
    private void add(byte[] leaf) {
        edge.clear();
        edge.add(leaf);
        var hash = leaf;
        for (var rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = MerkleTree.inner(complete.removeLast(), hash);
            edge.add(hash);
        }
        complete.add(hash);
    }

    private byte[] root() {
        if (complete.isEmpty()) {
            return MerkleTree.root(0).hash(_ -> LogEntry.NONE);
        }
        var hash = complete.getLast();
        for (var i = complete.size() - 2; i >= 0; i--) {
            hash = MerkleTree.inner(complete.get(i), hash);
        }
        return hash;
    }

    private void fault(Kind kind, long sequence) {
        faults.add(new Fault(kind, sequence));
    }
}
