package hoso.judicialcert.register;

import java.util.Optional;

/// All judgments.
interface Judgments extends Register {

    /// The judgment that a court already sent under this number about this person.
    Optional<Judgment> find(Judgment judgment);

    /// Adds a judgment.
    ///
    /// @return false when somebody else added it in the meantime
    boolean add(Judgment judgment);
}
