package hoso.healthrecord.visit;

/// What became of a visit when it arrived.
enum VisitStatus {
    /// It lies in the record of its patient.
    FILED,
    /// It lies apart until a person has found out whose it is; it is in nobody's record.
    HELD
}
