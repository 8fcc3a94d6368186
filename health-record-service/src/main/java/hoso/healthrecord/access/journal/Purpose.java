package hoso.healthrecord.access.journal;

/// What a reading is for, as HL7 v3 PurposeOfUse names it.
public enum Purpose {
    /// TREAT
    TREATMENT,
    /// ETREAT
    EMERGENCY_TREATMENT,
    /// COVERAGE: to settle the cost with the insurance.
    INSURANCE,
    /// FAMRQT: parents and guardians.
    FAMILY,
    /// PATRQT: whatever the owner handed it on for.
    OWNER_REQUEST
}
