package hoso.healthrecord.document;

/// The electronic signature of the facility over its document (`CHUKYDONVI`, an XMLDSig; signing is mandatory since
/// 2026-01-01).
public enum DocumentSignature {
    /// The bytes are what the holder of the certificate signed.
    VALID,
    /// There is a signature, and it is not over these bytes or cannot be checked.
    NOT_VALID,
    /// The document carries none.
    ABSENT,
    /// The document came before signatures were checked, or carries one of a kind that is not (a bundle's JWS).
    UNCHECKED
}
