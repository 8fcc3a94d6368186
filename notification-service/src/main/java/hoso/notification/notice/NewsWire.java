package hoso.notification.notice;

import hoso.notification.delivery.About;
import hoso.notification.delivery.Channel;
import hoso.notification.template.Notice;
import java.text.NumberFormat;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Which event is news for the citizen, and which news it is.
final class NewsWire {
    private NewsWire() {}

    /// The notice for an event of this name; an event that is no news has none.
    static Optional<Notice> notice(String name) {
        return switch (name) {
            case "RequestAccepted" -> Optional.of(Notice.REQUEST_ACCEPTED);
            case "RequestReferredToOfficer" -> Optional.of(Notice.REQUEST_REFERRED);
            case "RequestDeclined" -> Optional.of(Notice.REQUEST_DECIDED);
            case "FeePaid" -> Optional.of(Notice.FEE_PAID);
            case "CertificateIssued" -> Optional.of(Notice.CERTIFICATE_ISSUED);
            case "CertificateShareOpened" -> Optional.of(Notice.CERTIFICATE_SHARE_OPENED);
            case "RecordIntegrated" -> Optional.of(Notice.RECORD_INTEGRATED);
            default -> Optional.empty();
        };
    }

    static News ofRequest(Notice notice, HeardWire.OfRequest heard, long sequence, Set<Notice> byMail) {
        var channels = EnumSet.noneOf(Channel.class);
        var wanted = heard.delivery();
        if (notice == Notice.CERTIFICATE_ISSUED && wanted != null) {
            if (wanted.email()) {
                channels.add(Channel.EMAIL);
            }
            if (wanted.post() && heard.certificateId() != null) {
                channels.add(Channel.POST);
            }
        } else if (byMail.contains(notice)) {
            channels.add(Channel.EMAIL);
        }
        var about = new About(About.Kind.CERTIFICATE_REQUEST, heard.requestId(), heard.certificateId(), sequence);
        return new News(heard.citizenId(), about, notice, channels, values(heard));
    }

    static News ofRecord(Notice notice, HeardWire.OfRecord heard, long sequence, Set<Notice> byMail) {
        var channels = byMail.contains(notice) ? Set.of(Channel.EMAIL) : Set.<Channel>of();
        var about = new About(About.Kind.HEALTH_RECORD, heard.recordId(), null, sequence);
        return new News(heard.citizenId(), about, notice, channels, Map.of());
    }

    static News ofShare(Notice notice, HeardWire.OfShare heard, long sequence, Set<Notice> byMail) {
        var channels = byMail.contains(notice) ? Set.of(Channel.EMAIL) : Set.<Channel>of();
        var about = new About(About.Kind.CERTIFICATE_SHARE, heard.shareId(), null, sequence);
        return new News(heard.citizenId(), about, notice, channels, Map.of());
    }

    private static Map<String, String> values(HeardWire.OfRequest heard) {
        var values = new HashMap<String, String>();
        values.put("dossierCode", Objects.requireNonNullElse(heard.dossierCode(), ""));
        if (heard.amount() != null) {
            values.put("amount", dong(heard.amount()));
        }
        return values;
    }

    /// `200.000 đ`, as amounts are written in Viet Nam.
    static String dong(long amount) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amount) + " đ";
    }
}
