package hoso.judicialcert.law;

/// What a person pays as. Nobody is put into a category but the standard one: the others must be asked for and shown.
public enum FeeCategory {
    STANDARD,
    REDUCED,
    EXEMPT,
    DIGITAL_CITIZEN,
    /// Issued again because the issuer erred.
    CORRECTION
}
