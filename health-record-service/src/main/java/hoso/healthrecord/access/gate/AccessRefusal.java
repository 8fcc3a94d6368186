package hoso.healthrecord.access.gate;

/// Why the gate stays shut.
public enum AccessRefusal {
    /// There is no such grant for this asker. Who is kept out by the owner is told the same.
    NONE,
    NOT_YET,
    EXPIRED,
    /// Taken back, or ended early.
    ENDED,
    OTHER_PURPOSE,
    /// Nothing but the summary is opened.
    SUMMARY_ONLY,
    /// Documents tell of kinds of data that are not opened.
    NOT_COVERED,
    /// It was used as often as agreed.
    TOO_OFTEN
}
