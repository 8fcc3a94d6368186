package hoso.healthrecord.filing.slip;

/// What a slip is for.
public enum SlipKind {
    /// A letter that refers the patient to another facility (XML13, Phiếu chuyển cơ sở khám bệnh, chữa bệnh).
    REFERRAL,
    /// A slip for the day on which the patient is to come again (XML14, Phiếu hẹn khám lại).
    REEXAMINATION
}
