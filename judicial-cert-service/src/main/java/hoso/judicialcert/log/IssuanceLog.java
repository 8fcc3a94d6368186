package hoso.judicialcert.log;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// The log as the rest of the service sees it.
public interface IssuanceLog {

    /// Enters an act, in the transaction in which it is done. Its place is found within seconds.
    ///
    /// @param digest of the signed document, hexadecimal
    void enter(UUID certificate, Act act, String digest, Instant at);

    /// Whether the issuing of this document was ever entered, be it a moment ago: what is not, was signed behind the
    /// service's back.
    boolean knows(String digest);

    /// Proof that the issuing of this document is in the log, against the latest checkpoint. Empty when the log
    /// does not know it, and for the seconds until the next checkpoint.
    Optional<InclusionProof> prove(String digest);
}
