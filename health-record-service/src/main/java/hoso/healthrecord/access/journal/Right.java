package hoso.healthrecord.access.journal;

/// By which right somebody else than its owner reads in a record.
public enum Right {
    /// The owner agreed to what a professional of a facility asked for.
    CONSENT,
    /// The owner is being treated and opened the record for half an hour.
    TREATING_SESSION,
    /// Life or health is in danger, and nobody could be asked.
    EMERGENCY,
    /// The owner handed a link on.
    SHARE,
    /// The owner is a child or a ward.
    GUARDIAN
}
