package hoso.judicialcert.certificate.log;

import hoso.judicialcert.certificate.log.LogAudit.Fault;
import hoso.judicialcert.proof.statement.MerkleTree.Node;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/// Reads the whole log and compares it with itself, with what was signed, and with the certificates.
@ApplicationScoped
class AuditLog {
    private static final int AT_ONCE = 1000;
    private final LogRows rows;

    AuditLog(LogRows rows) {
        this.rows = rows;
    }

    /// What an audit found.
    ///
    /// @param unentered certificates that are not in the log as they are in their table
    record Finding(long entries, int checkpoints, List<Fault> faults, List<UUID> unentered) {
        boolean isSound() {
            return faults.isEmpty() && unentered.isEmpty();
        }
    }

    Finding audit() {
        // Checkpoints first: entries that come meanwhile are read, and a checkpoint of them is not missed.
        var checkpoints = rows.checkpoints();
        var audit = new LogAudit(checkpoints);
        var read = 0L;
        for (var some = rows.entries(0, AT_ONCE); !some.isEmpty(); some = rows.entries(read, AT_ONCE)) {
            var nodes = rows.nodes(some.stream()
                    .flatMap(kept -> completed(kept.entry().sequence()).stream())
                    .toList());
            for (var kept : some) {
                audit.read(kept.entry(), kept.hash());
                for (var node : completed(kept.entry().sequence())) {
                    audit.compare(node, Objects.requireNonNullElse(nodes.get(node), LogEntry.NONE));
                }
            }
            read = some.getLast().entry().sequence() + 1;
        }
        return new Finding(read, checkpoints.size(), audit.faults(), rows.unentered());
    }

    /// The nodes that a leaf completes.
    private static List<Node> completed(long sequence) {
        var nodes = new ArrayList<Node>();
        nodes.add(new Node(0, sequence));
        for (var node = nodes.getFirst(); (node.index() & 1) == 1; ) {
            node = new Node(node.level() + 1, node.index() >> 1);
            nodes.add(node);
        }
        return nodes;
    }
}
