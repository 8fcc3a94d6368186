package hoso.notification.mail;

import java.util.Optional;
import java.util.UUID;

/// Where citizens get their mail.
interface Mailboxes {

    /// The mailbox at this moment, or empty when the citizen has none.
    Optional<Mailbox> find(UUID citizen);
}
