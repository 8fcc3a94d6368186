package hoso.notification.letter;

import hoso.notification.delivery.Outcome;
import java.util.UUID;

/// The postal carrier, as a port.
interface Carrier {

    /// Orders a letter. The same order again is the same letter.
    Outcome order(UUID order, Envelope envelope);
}
