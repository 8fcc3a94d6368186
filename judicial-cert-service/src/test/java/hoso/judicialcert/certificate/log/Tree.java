package hoso.judicialcert.certificate.log;

import hoso.judicialcert.proof.statement.MerkleTree;
import hoso.judicialcert.proof.statement.MerkleTree.Node;
import hoso.judicialcert.proof.statement.MerkleTree.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/// A log in memory.
public final class Tree {
    static final Instant START = Instant.parse("2026-11-23T01:00:00Z");
    public final List<LogEntry> entries = new ArrayList<>();
    private final Map<Node, byte[]> nodes = new HashMap<>();

    /// A log of so many certificates, each issued once.
    public static Tree of(int size, Random random) {
        var tree = new Tree();
        for (var i = 0; i < size; i++) {
            var digest = new byte[32];
            random.nextBytes(digest);
            tree.add(
                    new UUID(random.nextLong(), random.nextLong()),
                    Act.ISSUED,
                    HexFormat.of().formatHex(digest));
        }
        return tree;
    }

    void add(UUID certificate, Act act, String digest) {
        var previous = entries.isEmpty() ? LogEntry.NONE : entries.getLast().hash();
        var entry = new LogEntry(entries.size(), certificate, act, digest, START.plusSeconds(entries.size()), previous);
        add(entry);
    }

    void add(LogEntry entry) {
        entries.add(entry);
        nodes.put(new Node(0, entry.sequence()), entry.hash());
    }

    /// A node, made of its leaves by the definition.
    byte[] node(Node node) {
        var known = nodes.get(node);
        if (known == null) {
            known = MerkleTree.inner(
                    node(new Node(node.level() - 1, 2 * node.index())),
                    node(new Node(node.level() - 1, 2 * node.index() + 1)));
            nodes.put(node, known);
        }
        return known;
    }

    public byte[] root(long size) {
        return MerkleTree.root(size).hash(this::node);
    }

    public List<byte[]> hashes(List<Span> spans) {
        return spans.stream().map(span -> span.hash(this::node)).toList();
    }

    Checkpoint checkpoint(long size) {
        return new Checkpoint(size, root(size), START, "signed");
    }

    List<LogAudit.Fault> faults(List<LogEntry> read, List<Checkpoint> checkpoints) {
        var audit = new LogAudit(checkpoints);
        read.forEach(entry -> audit.read(entry, entry.hash()));
        return audit.faults();
    }
}
