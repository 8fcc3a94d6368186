package hoso.judicialcert.law;

/// One row of the law. Its name is stored with every decision it made, so that the decision can be
/// explained years later.
public sealed interface Rule permits FeeRule, ProcedureRule, CertificateRule, AgencyRule, DeadlineRule, ConvictionRule {

    /// The name of the row, such as `TT16-2025/standard`.
    String rule();

    /// When the row is in force.
    Validity validity();

    /// What two rows may not both say on one day.
    Object matter();

    /// Whether both say something about one matter for one day.
    default boolean contradicts(Rule other) {
        return getClass() == other.getClass()
                && matter().equals(other.matter())
                && validity().overlaps(other.validity());
    }

    /// Stands in a row for whatever it is about.
    String EVERYWHERE = "*";
}
