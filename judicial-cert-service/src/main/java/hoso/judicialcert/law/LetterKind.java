package hoso.judicialcert.law;

/// What an agency writes to whoever filed a dossier.
public enum LetterKind {
    /// Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ.
    SUPPLEMENT,
    /// Phiếu từ chối giải quyết hồ sơ.
    REFUSAL,
    /// Phiếu xin lỗi và hẹn lại ngày trả kết quả.
    APOLOGY
}
