package hoso.judicialcert.proof.statement;

/// What became of a seal that was looked at.
public sealed interface OpenedQr {

    /// Signed by a signer of the bundle, for the code it stands beside.
    record Genuine(SignedQr seal) implements OpenedQr {}

    /// Not to be believed.
    record Refused(Doubt doubt) implements OpenedQr {}
}
