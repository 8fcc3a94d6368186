package hoso.judicialcert.journal;

/// Where every access is written down. Whoever looks cannot leave it out: it is written in the transaction of the
/// access, or there is none of both.
public interface AccessJournal {

    /// Writes an access down, in the transaction at hand.
    default void note(Access access) {
        note(access, false);
    }

    /// The same.
    ///
    /// @param isWithheld belongs to proceedings: it is kept, and not told to the one it is about
    void note(Access access, boolean isWithheld);
}
