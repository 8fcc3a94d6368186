package hoso.notification.notice;

import hoso.chassis.event.Received;
import hoso.chassis.event.Subscription;
import hoso.notification.template.Notice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/// Hears what happened to requests and records, and tells their citizens.
@ApplicationScoped
class NewsListener implements Subscription {
    private static final String REQUESTS = "judicial-cert.requests.v1";
    private static final String ACCESS = "judicial-cert.access.v1";
    private static final String RECORDS = "health-record.records.v1";

    private final TellCitizen tellCitizen;
    private final NoticeConfig config;

    NewsListener(TellCitizen tellCitizen, NoticeConfig config) {
        this.tellCitizen = tellCitizen;
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
        NewsWire.notice(event.name())
                .filter(notice -> notice != Notice.REQUEST_WITHDRAWN || isRefunded(event))
                .ifPresent(notice -> tellCitizen.tell(news(notice, event)));
    }

    /// Whoever withdrew knows that they did; what is news is that money comes back.
    private static boolean isRefunded(Received event) {
        var refund = event.data(HeardWire.OfRequest.class).refund();
        return refund != null && refund > 0;
    }

    private News news(Notice notice, Received event) {
        return switch (event.topic()) {
            case RECORDS ->
                NewsWire.ofRecord(notice, event.data(HeardWire.OfRecord.class), event.sequence(), config.byMail());
            case ACCESS ->
                NewsWire.ofShare(notice, event.data(HeardWire.OfShare.class), event.sequence(), config.byMail());
            default ->
                NewsWire.ofRequest(notice, event.data(HeardWire.OfRequest.class), event.sequence(), config.byMail());
        };
    }
}
