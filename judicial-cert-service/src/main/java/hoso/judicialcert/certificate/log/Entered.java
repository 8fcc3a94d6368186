package hoso.judicialcert.certificate.log;

/// What the issuance log says of the issuing of a document.
public sealed interface Entered {

    /// It was never entered: what is signed and not entered, was signed behind the service's back.
    record Never() implements Entered {}

    /// It was entered a moment ago; the next checkpoint will prove it.
    record Lately() implements Entered {}

    /// It stands in the log.
    record Proven(InclusionProof proof) implements Entered {}
}
