package hoso.notification.delivery;

import org.jspecify.annotations.Nullable;

/// What came of one attempt to hand a message over.
public sealed interface Outcome {

    /// Whoever carries it has it.
    ///
    /// @param recipient masked, for the citizen to recognise: `l***@example.vn`
    /// @param trackingNumber the carrier's number of a letter
    record Accepted(@Nullable String recipient, @Nullable String trackingNumber) implements Outcome {}

    /// Surely not accepted, and another attempt would not be either.
    record Refused(String reason) implements Outcome {}

    /// Surely not accepted this time; later it may be.
    record Postponed(String reason) implements Outcome {}

    /// It was handed over and the answer was lost.
    record Lost(String reason) implements Outcome {}
}
