package hoso.notification.notice;

import hoso.notification.delivery.About;
import hoso.notification.delivery.Channel;
import hoso.notification.template.Notice;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which event is news for the citizen, and which news it is.
final class NotificationReader {
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private NotificationReader() {}

    /// The notice for an event of this name; an event that is no news has none.
    static Optional<Notice> notice(String name) {
        return switch (name) {
            case "RequestAccepted" -> Optional.of(Notice.REQUEST_ACCEPTED);
            case "RequestReferredToOfficer" -> Optional.of(Notice.REQUEST_REFERRED);
            case "RequestDeclined" -> Optional.of(Notice.REQUEST_DECIDED);
            case "RequestWithdrawn" -> Optional.of(Notice.REQUEST_WITHDRAWN);
            case "RequestStopped" -> Optional.of(Notice.REQUEST_STOPPED);
            case "WaiverGranted" -> Optional.of(Notice.WAIVER_GRANTED);
            case "WaiverDeclined" -> Optional.of(Notice.WAIVER_DECLINED);
            case "SupplementRequested" -> Optional.of(Notice.SUPPLEMENT_REQUESTED);
            case "DeadlineMissed" -> Optional.of(Notice.DEADLINE_MISSED);
            case "CertificateSuperseded" -> Optional.of(Notice.CERTIFICATE_SUPERSEDED);
            case "CertificateRevoked" -> Optional.of(Notice.CERTIFICATE_REVOKED);
            case "FeePaid" -> Optional.of(Notice.FEE_PAID);
            case "CertificateIssued" -> Optional.of(Notice.CERTIFICATE_ISSUED);
            case "CertificateShareOpened" -> Optional.of(Notice.CERTIFICATE_SHARE_OPENED);
            case "RecordIntegrated" -> Optional.of(Notice.RECORD_INTEGRATED);
            case "VisitCorrected" -> Optional.of(Notice.VISIT_CORRECTED);
            case "VisitRetracted" -> Optional.of(Notice.VISIT_RETRACTED);
            case "VisitHeld" -> Optional.of(Notice.VISIT_HELD);
            case "FacilityAccessedFirst" -> Optional.of(Notice.RECORD_FIRST_ACCESS);
            case "EmergencyAccessOpened" -> Optional.of(Notice.RECORD_EMERGENCY_ACCESS);
            case "AccessConsentRequested" -> Optional.of(Notice.RECORD_CONSENT_REQUESTED);
            case "RecordShareOpened" -> Optional.of(Notice.RECORD_SHARE_OPENED);
            case "RecordShareLocked" -> Optional.of(Notice.RECORD_SHARE_LOCKED);
            case "RecordShareEnded" -> Optional.of(Notice.RECORD_SHARE_ENDED);
            default -> Optional.empty();
        };
    }

    static Notification ofRequest(Notice notice, IncomingEvents.OfRequest heard, long sequence, Set<Notice> byMail) {
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
        return new Notification(heard.citizenId(), about, notice, channels, values(heard));
    }

    static Notification ofRecord(Notice notice, IncomingEvents.OfRecord heard, long sequence, Set<Notice> byMail) {
        var channels = byMail.contains(notice) ? Set.of(Channel.EMAIL) : Set.<Channel>of();
        var about = new About(About.Kind.HEALTH_RECORD, Objects.requireNonNull(heard.recordId()), null, sequence);
        var values = new HashMap<String, String>();
        values.put("facility", Objects.requireNonNullElse(heard.facility(), ""));
        values.put("at", hour(heard.accessedAt(), heard.openedAt()));
        values.put("until", hour(heard.until(), null));
        return new Notification(Objects.requireNonNull(heard.citizenId()), about, notice, channels, values);
    }

    private static String hour(@Nullable Instant one, @Nullable Instant other) {
        var moment = one == null ? other : one;
        return moment == null ? "" : hour(moment);
    }

    static Notification ofShare(Notice notice, IncomingEvents.OfShare heard, long sequence, Set<Notice> byMail) {
        var channels = byMail.contains(notice) ? Set.of(Channel.EMAIL) : Set.<Channel>of();
        var kind = switch (notice) {
            case RECORD_SHARE_OPENED, RECORD_SHARE_LOCKED, RECORD_SHARE_ENDED -> About.Kind.RECORD_SHARE;
            default -> About.Kind.CERTIFICATE_SHARE;
        };
        var about = new About(kind, heard.shareId(), null, sequence);
        return new Notification(heard.citizenId(), about, notice, channels, Map.of());
    }

    private static Map<String, String> values(IncomingEvents.OfRequest heard) {
        var values = new HashMap<String, String>();
        values.put("dossierCode", Objects.requireNonNullElse(heard.dossierCode(), ""));
        if (heard.amount() != null) {
            values.put("amount", dong(heard.amount()));
        }
        if (heard.refund() != null) {
            values.put("refund", dong(heard.refund()));
        }
        if (heard.feeDue() != null) {
            values.put("feeDue", dong(heard.feeDue()));
        }
        if (heard.until() != null) {
            values.put("until", hour(heard.until()));
        }
        if (heard.expectedAt() != null) {
            values.put("newDate", hour(heard.expectedAt()));
        }
        return values;
    }

    /// `17:00 07/12/2026`, local time.
    static String hour(Instant moment) {
        return HOUR.format(moment.atZone(ZONE));
    }

    /// `200.000 đ`, as amounts are written in Viet Nam.
    static String dong(long amount) {
        return NumberFormat.getIntegerInstance(Locale.of("vi", "VN")).format(amount) + " đ";
    }
}
