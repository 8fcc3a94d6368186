package hoso.notification.notice;

import hoso.notification.delivery.Channel;
import hoso.notification.delivery.PlanDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;

/// Plans what a piece of news needs: always a message in the app, and one over each other channel.
@ApplicationScoped
class NotifyCitizen {
    private final PlanDelivery planDelivery;
    private final NoticeConfig config;

    NotifyCitizen(PlanDelivery planDelivery, NoticeConfig config) {
        this.planDelivery = planDelivery;
        this.config = config;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void plan(Notification news) {
        var values = new HashMap<>(news.values());
        values.put("link", link(news));
        planDelivery.plan(news.citizen(), news.about(), news.notice(), Channel.IN_APP, values);
        for (var channel : news.channels()) {
            planDelivery.plan(news.citizen(), news.about(), news.notice(), channel, values);
        }
    }

    /// Leads to a page that asks for a log-in, and holds nothing but an id.
    private String link(Notification news) {
        var page = switch (news.about().kind()) {
            case CERTIFICATE_REQUEST -> "/certificates/" + news.about().id();
            case CERTIFICATE_SHARE -> "/shares/" + news.about().id();
            case RECORD_SHARE -> "/record-shares";
            case HEALTH_RECORD -> "/record";
        };
        return config.publicUrl().toString().replaceAll("/+$", "") + page;
    }
}
