package hoso.notification.notice;

import hoso.chassis.event.Received;
import hoso.chassis.event.Subscription;
import hoso.notification.template.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Hears what happened to requests and records, and tells their citizens.
@ApplicationScoped
class NotificationListener implements Subscription {
    private static final String REQUESTS = "judicial-cert.requests.v1";
    private static final String ACCESS = "judicial-cert.access.v1";
    private static final String RECORDS = "health-record.records.v1";

    private final NotifyCitizen notifyCitizen;
    private final NoticeConfig config;

    NotificationListener(NotifyCitizen notifyCitizen, NoticeConfig config) {
        this.notifyCitizen = notifyCitizen;
        this.config = config;
    }

    @Override
    public String group() {
        return "notification.deliveries";
    }

    @Override
    public Set<String> topics() {
        return Set.of(REQUESTS, ACCESS, RECORDS);
    }

    @Override
    public void on(Received event) {
        NotificationReader.notice(event.name())
                .filter(notice -> notice != Notice.REQUEST_WITHDRAWN || isRefunded(event))
                .ifPresent(notice -> notifyCitizen.plan(news(notice, event)));
    }

    /// Whoever withdrew knows that they did; what is news is that money comes back.
    private static boolean isRefunded(Received event) {
        var refund = event.data(IncomingEvents.OfRequest.class).refund();
        return refund != null && refund > 0;
    }

    private Notification news(Notice notice, Received event) {
        return switch (event.topic()) {
            case RECORDS ->
                notice == Notice.RECORD_INTEGRATED
                        ? NotificationReader.ofRecord(
                                notice, event.data(IncomingEvents.OfRecord.class), event.sequence(), config.byMail())
                        : ofShare(notice, event);
            case ACCESS -> ofShare(notice, event);
            default ->
                NotificationReader.ofRequest(
                        notice, event.data(IncomingEvents.OfRequest.class), event.sequence(), config.byMail());
        };
    }

    private Notification ofShare(Notice notice, Received event) {
        return NotificationReader.ofShare(
                notice, event.data(IncomingEvents.OfShare.class), event.sequence(), config.byMail());
    }
}
