package hoso.judicialcert.proof.statement;

/// For what time a certificate speaks of convictions.
public enum RecordScope {
    /// Without reservation.
    ALL,
    /// For the time of residence in Viet Nam: all that is attested of a foreigner (Circular 13/2011 Art. 14).
    RESIDENCE_IN_VN
}
