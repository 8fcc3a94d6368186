package hoso.notification.notice;

import hoso.notification.delivery.Channel;
import hoso.notification.delivery.Delivery;
import hoso.notification.delivery.FollowUp;
import hoso.notification.template.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Objects;
import java.util.Set;

/// Tells the citizen that the letter is on its way, with the number to follow it by.
@ApplicationScoped
class NotifyOfLetter implements FollowUp {
    private final NotifyCitizen notifyCitizen;
    private final NoticeConfig config;

    NotifyOfLetter(NotifyCitizen notifyCitizen, NoticeConfig config) {
        this.notifyCitizen = notifyCitizen;
        this.config = config;
    }

    @Override
    public void sent(Delivery delivery) {
        if (delivery.channel() != Channel.POST) {
            return;
        }
        var values = new HashMap<>(delivery.message().values());
        values.put(
                "trackingNumber", Objects.requireNonNullElse(delivery.progress().trackingNumber(), ""));
        var channels = config.byMail().contains(Notice.LETTER_DISPATCHED) ? Set.of(Channel.EMAIL) : Set.<Channel>of();
        var about = delivery.message().about().withoutCertificate();
        notifyCitizen.plan(
                new Notification(delivery.message().citizen(), about, Notice.LETTER_DISPATCHED, channels, values));
    }
}
