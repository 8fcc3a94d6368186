package hoso.judicialcert.certificate.log;

/// What was done with a certificate.
public enum Act {
    ISSUED,
    SUPERSEDED,
    REVOKED
}
