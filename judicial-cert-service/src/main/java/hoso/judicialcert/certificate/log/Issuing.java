package hoso.judicialcert.certificate.log;

/// What was entered into the issuance log when a document was issued.
public sealed interface Issuing {

    /// Nothing: what is signed and not entered, was signed behind the service's back.
    record Unknown() implements Issuing {}

    /// It was entered a moment ago and has no place yet.
    record Unplaced() implements Issuing {}

    /// It has its place.
    record Placed(LogEntry entry) implements Issuing {}
}
