package hoso.healthrecord.visit;

/// Why a visit lies apart.
public enum HeldBecause {
    /// The document names no personal number that can be one.
    NUMBER_NOT_VALID,
    /// Name or date of birth differ from those vouched for by the owner of that number.
    IDENTITY_DIFFERS,
    /// The citizen whose number it names said that it is not theirs.
    NOT_MINE
}
