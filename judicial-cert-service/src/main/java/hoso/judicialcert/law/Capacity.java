package hoso.judicialcert.law;

/// In what capacity somebody asks for a certificate (Law 28/2009 Art. 7, 45, 46; Decree 216/2026 Art. 22).
public enum Capacity {
    SELF,
    /// For the own child.
    PARENT,
    /// For a ward.
    GUARDIAN,
    /// For the own spouse or parent, who need give no power of attorney.
    RELATIVE,
    /// With a power of attorney.
    AUTHORISED,
    /// A state agency or political organisation.
    AGENCY,
    /// An agency that conducts proceedings: investigation, prosecution, trial.
    PROCEDURE_AGENCY
}
