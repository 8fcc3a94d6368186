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
                .filter(notice -> !event.topic().equals(RECORDS) || isOfShare(notice) || hasOwner(event))
                .ifPresent(notice -> notifyCitizen.plan(news(notice, event)));
    }

    /// Whoever withdrew knows that they did; what is news is that money comes back.
    private static boolean isRefunded(Received event) {
        var refund = event.data(IncomingEvents.OfRequest.class).refund();
        return refund != null && refund > 0;
    }

    /// A record that nobody took into the app has nobody to be told, and whoever disowned a visit knows that they did.
    private static boolean hasOwner(Received event) {
        var heard = event.data(IncomingEvents.OfRecord.class);
        return heard.citizenId() != null && heard.recordId() != null && !"NOT_MINE".equals(heard.because());
    }

    private static boolean isOfShare(Notice notice) {
        return notice == Notice.RECORD_SHARE_OPENED
                || notice == Notice.RECORD_SHARE_LOCKED
                || notice == Notice.RECORD_SHARE_ENDED;
    }

    private Notification news(Notice notice, Received event) {
        return switch (event.topic()) {
            case RECORDS ->
                isOfShare(notice)
                        ? ofShare(notice, event)
                        : NotificationReader.ofRecord(
                                notice, event.data(IncomingEvents.OfRecord.class), event.sequence(), config.byMail());
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
