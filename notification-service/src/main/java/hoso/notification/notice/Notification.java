package hoso.notification.notice;

import hoso.notification.delivery.About;
import hoso.notification.delivery.Channel;
import hoso.notification.template.Notice;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Something a citizen is to be told.
///
/// @param channels beside the app, where everything is told
record Notification(UUID citizen, About about, Notice notice, Set<Channel> channels, Map<String, String> values) {
    Notification {
        channels = Set.copyOf(channels);
        values = Map.copyOf(values);
    }
}
