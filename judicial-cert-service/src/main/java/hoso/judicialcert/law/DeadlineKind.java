package hoso.judicialcert.law;

/// What a time limit is for.
public enum DeadlineKind {
    /// Deciding a request.
    STANDARD,
    /// Deciding it with residence in several places or abroad, for foreigners, and where an expungement has to be
    /// verified.
    LONG,
    /// Deciding it for procedure agencies.
    URGENT,
    /// Accepting a dossier filed on line, or refusing it.
    CHECK,
    /// Paying the fee.
    FEE,
    /// Giving what was asked for.
    SUPPLEMENT
}
