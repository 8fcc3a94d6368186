package hoso.notification.delivery;

import java.time.Instant;
import java.util.UUID;

/// What was tried, for an operator who must answer where a message is. An attempt without an end is one
/// whose worker died.
interface Attempts {

    void begin(Delivery delivery, Instant now);

    void end(UUID delivery, int attempt, Outcome outcome, Instant now);
}
