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
class TellOfLetter implements FollowUp {
    private final TellCitizen tellCitizen;
    private final NoticeConfig config;

    TellOfLetter(TellCitizen tellCitizen, NoticeConfig config) {
        this.tellCitizen = tellCitizen;
        this.config = config;
    }

    @Override
    public void sent(Delivery delivery) {
        if (delivery.channel() != Channel.POST) {
            return;
        }
        var values = new HashMap<>(delivery.values());
        values.put("trackingNumber", Objects.requireNonNullElse(delivery.trackingNumber(), ""));
        var channels = config.byMail().contains(Notice.LETTER_DISPATCHED) ? Set.of(Channel.EMAIL) : Set.<Channel>of();
        var about = delivery.about().withoutCertificate();
        tellCitizen.tell(new News(delivery.citizen(), about, Notice.LETTER_DISPATCHED, channels, values));
    }
}
