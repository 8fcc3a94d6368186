package hoso.judicialcert.law;

/// By which way a request came in; some fees differ by it.
public enum Channel {
    ONLINE,
    PORTAL,
    IN_PERSON,
    POST,
    /// An agency, machine to machine.
    AGENCY
}
