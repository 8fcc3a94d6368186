package hoso.judicialcert.certificate.log;

import java.time.Instant;
import java.util.UUID;

/// The log as the rest of the service sees it.
public interface IssuanceLog {

    /// Enters an act, in the transaction in which it is done. Its place is found within seconds.
    ///
    /// @param digest of the signed document, hexadecimal
    void enter(UUID certificate, Act act, String digest, Instant at);

    /// What the log says of the issuing of a document, with the proof against a checkpoint that is a second old at
    /// most.
    ///
    /// @param digest of the signed document, hexadecimal
    Entered find(String digest);

    /// The same of what was already read.
    Entered find(Issuing issuing);
}
