package hoso.identity.register;

/// What somebody is to a person: whom one may request a certificate for without a power of attorney (Decree 216/2026,
/// Art. 22.2).
public enum Relation {
    CHILD,

    /// Under the person's guardianship (Civil Code 2015, Art. 47).
    WARD,
    SPOUSE,
    PARENT
}
