package hoso.judicialcert.register.entry;

import hoso.judicialcert.register.conviction.Ban;
import hoso.judicialcert.register.conviction.ExecutionDecision;
import hoso.judicialcert.register.conviction.Judgment;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All judgments, and what followed them.
interface Judgments {

    /// The judgment that a court already sent under this number about this person.
    Optional<Judgment> find(Judgment judgment);

    /// Adds a judgment.
    ///
    /// @return false when somebody else added it in the meantime
    boolean add(Judgment judgment);

    /// A judgment that was not annulled.
    Optional<Judgment> find(UUID judgment);

    /// Adds a decision on the execution of a judgment.
    ///
    /// @param sender the organisation it came from
    /// @return the one that is there already under the same authority, number and step; empty when it was added
    Optional<ExecutionDecision> add(ExecutionDecision decision, String sender);

    /// Adds a ban.
    ///
    /// @return the one that is there already under the same authority, number and person; empty when it was added
    Optional<Ban> add(Ban ban, String sender);

    /// A judgment with its history, for the officer; annulled ones too.
    Optional<Filed> open(UUID judgment);

    /// The same, held until the transaction ends.
    Optional<Filed> lock(UUID judgment);

    /// Puts another content in the place of a judgment's, and keeps what stood there.
    ///
    /// @return the id of another judgment that has the same court, number and person; empty when it was done
    Optional<UUID> correct(Judgment corrected, Correction trace);

    /// From now on an entry no longer counts; it stays.
    void annul(Correction trace);

    /// To which entry a decision or ban that still counts belongs: its judgment, or the ban itself.
    Optional<UUID> owner(Correction.What what, UUID subject);

    /// A judgment as it is filed.
    record Filed(
            Judgment judgment,
            long version,
            boolean annulled,
            List<ExecutionDecision> execution,
            List<Correction> corrections) {}
}
