package hoso.judicialcert.certificate.log;

import hoso.judicialcert.proof.statement.MerkleTree;
import java.util.List;

/// Proof that an entry stands in the log that a checkpoint signs for.
///
/// @param path hashes from the entry up
public record InclusionProof(LogEntry entry, Checkpoint checkpoint, List<byte[]> path) {

    /// Whether it is so. Whether the checkpoint's signature is good is another question.
    public boolean holds() {
        return holds(entry, checkpoint.size(), checkpoint.root(), path);
    }

    /// The same for whoever took size and root out of a checkpoint's statement.
    public static boolean holds(LogEntry entry, long size, byte[] root, List<byte[]> path) {
        return MerkleTree.includes(entry.hash(), entry.sequence(), size, path, root);
    }
}
