package hoso.judicialcert.proof.statement;

/// What became of a seal that was looked at.
public sealed interface OpenedSeal {

    /// Signed by a signer of the bundle, for the code it stands beside.
    record Genuine(PaperSeal seal) implements OpenedSeal {}

    /// Not to be believed.
    record Refused(Doubt doubt) implements OpenedSeal {}
}
