package hoso.judicialcert.certificate.log;

import hoso.judicialcert.proof.statement.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/// One line of the log: what was done, at which place, and the hash of the line before. Nothing personal.
///
/// @param sequence its place, from 0
/// @param digest SHA-256 of the signed document, hexadecimal
/// @param previous hash of the entry before; zeros before the first
public record LogEntry(long sequence, UUID certificate, Act act, String digest, Instant at, byte[] previous) {
    /// What the first entry follows.
    static final byte[] NONE = new byte[32];

    /// The hash of this entry, which the next one names and which is its leaf in the tree.
    public byte[] hash() {
        return MerkleTree.leaf(text().getBytes(StandardCharsets.UTF_8));
    }

    /// The entry as it is hashed: six lines, in this order, each ended by a line feed.
    public String text() {
        return "hoso-issuance-log/1\n" + sequence + "\n" + certificate + "\n" + act + "\n" + digest + "\n" + at + "\n"
                + HexFormat.of().formatHex(previous) + "\n";
    }
}
