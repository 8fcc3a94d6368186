package hoso.judicialcert.log;

/// What was done with a certificate.
public enum Act {
    ISSUED,
    SUPERSEDED,
    REVOKED
}
