package hoso.judicialcert.law.penal;

/// What decides on an expungement beside the period itself.
public enum ExpungementOrder {
    COURT,
    EARLY,
    REFUSED_ONCE,
    REFUSED_AGAIN,
    STATUTE,
    LONGER,
    RESTART,
    VERIFIED,
    TOLD,
    GENERAL_AMNESTY
}
