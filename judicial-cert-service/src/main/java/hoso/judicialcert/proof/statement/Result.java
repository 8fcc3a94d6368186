package hoso.judicialcert.proof.statement;

/// What a verifier is told, on line and off line in the same words.
public enum Result {
    /// It is what was issued, and it counts.
    VALID,
    /// It is what was issued, and it was recalled.
    REVOKED,
    /// It is what was issued, and a corrected one was issued in its place.
    SUPERSEDED,
    /// It is what was issued and it counts, but it is older than the purpose or the asker allows. The law itself lets
    /// no certificate expire: who does not ask is never told this.
    EXPIRED_FOR_PURPOSE,
    /// It was made from a certificate of ours, or carries the code, number or signature of one, but is not what was
    /// issued.
    ALTERED,
    /// It is well signed, by somebody we do not trust, whatever name they bear.
    UNKNOWN_ISSUER,
    /// It is well signed by us, but was never issued: neither the register nor the log knows it.
    NOT_IN_LOG,
    /// It is well signed by us, but whether it counts cannot be said now.
    STATUS_UNDETERMINED,
    /// Nothing of ours.
    UNKNOWN
}
