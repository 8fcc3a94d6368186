package hoso.notification.delivery;

import hoso.notification.template.Notice;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// What is told to whom over which channel. It never changes.
///
/// @param id of the delivery; a carrier and a mail server know the message by it
/// @param template version of the texts, so that they are rendered as they were
/// @param values fill the template; never a name, an address or a result
public record Message(
        UUID id,
        UUID citizen,
        About about,
        Notice notice,
        int template,
        Channel channel,
        Map<String, String> values,
        Instant plannedAt) {

    public Message {
        values = Map.copyOf(values);
    }
}
