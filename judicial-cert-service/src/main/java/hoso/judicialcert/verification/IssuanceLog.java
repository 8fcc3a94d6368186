package hoso.judicialcert.verification;

import java.util.List;
import java.util.Optional;

/// The log of everything that was issued, as far as a verifier needs it. Whoever keeps the log implements this; without
/// one the register alone answers.
public interface IssuanceLog {

    /// The proof that the log holds the document with this SHA-256, hexadecimal.
    Optional<Proof> prove(String digest);

    /// That an entry stands in the log.
    ///
    /// @param index its place in the log
    /// @param size how many the log held at the checkpoint
    /// @param root root hash of the checkpoint, hexadecimal
    /// @param path hashes from the entry to the root, hexadecimal
    /// @param checkpoint the signed checkpoint
    record Proof(long index, long size, String root, List<String> path, String checkpoint) {}
}
