package hoso.judicialcert.certificate.credential;

import java.time.Instant;

/// Nonces that nobody may use again.
interface UsedNonces {

    /// Adds one; false when it was used before, also by a transaction that is just ending.
    boolean add(byte[] mark, Instant until);
}
