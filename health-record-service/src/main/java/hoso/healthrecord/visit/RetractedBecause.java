package hoso.healthrecord.visit;

/// Why a facility took a visit back.
public enum RetractedBecause {
    /// The visit was another person's.
    WRONG_PATIENT,
    /// It never was, or not so.
    ENTERED_IN_ERROR,
    /// It was filed under another episode too.
    DUPLICATE
}
