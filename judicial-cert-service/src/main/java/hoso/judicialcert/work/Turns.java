package hoso.judicialcert.work;

/// Who counts something before adding to it comes one after the other.
public interface Turns {

    /// Waits for the end of every transaction that has this turn, and has it until the end of the caller's own.
    ///
    /// @param of what is counted, and whose
    void await(String of);
}
