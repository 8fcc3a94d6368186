package hoso.healthrecord.access.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.event.Event;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecordEvents;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What others are told of accesses: that one happened, from where and when; never by whom, nor what was seen.
public final class AccessEvents {
    static final String CONSENT_REQUESTED = "hoso.health-record.AccessConsentRequested.v1";
    static final String FIRST_ACCESS = "hoso.health-record.FacilityAccessedFirst.v1";
    static final String EMERGENCY = "hoso.health-record.EmergencyAccessOpened.v1";
    static final String HEAD = "hoso.health-record.AccessJournalHead.v1";

    private AccessEvents() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AccessConsentRequested(
            UUID consentId, UUID recordId, @Nullable UUID citizenId, String facility, Instant requestedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FacilityAccessedFirst(
            UUID recordId, @Nullable UUID citizenId, String facility, String right, Instant accessedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EmergencyAccessOpened(
            UUID accessId,
            UUID recordId,
            @Nullable UUID citizenId,
            String facility,
            String scope,
            Instant openedAt,
            Instant until) {}

    record AccessJournalHead(UUID recordId, LocalDate day, long length, String head) {}

    /// A facility asks the owner of a record.
    public static Event consentRequested(HealthRecord record, UUID consent, String facility, Instant now) {
        return event(
                record,
                CONSENT_REQUESTED,
                new AccessConsentRequested(consent, record.id(), record.citizen(), facility, now));
    }

    /// A facility was shown something of a record for the first time.
    static Event firstAccess(HealthRecord record, String facility, Right right, Instant now) {
        return event(
                record,
                FIRST_ACCESS,
                new FacilityAccessedFirst(record.id(), record.citizen(), facility, right.name(), now));
    }

    /// Somebody opened a record in an emergency.
    ///
    /// @param scope `SUMMARY`, or `VISITS` after the second step
    public static Event emergency(
            HealthRecord record, UUID access, String facility, String scope, Instant now, Instant until) {
        return event(
                record,
                EMERGENCY,
                new EmergencyAccessOpened(access, record.id(), record.citizen(), facility, scope, now, until));
    }

    /// The end of the chain of a record's journal, so that it cannot be written anew.
    static Event head(HealthRecord record, LocalDate day, long length, String head) {
        return event(record, HEAD, new AccessJournalHead(record.id(), day, length, head));
    }

    private static Event event(HealthRecord record, String type, Object data) {
        var id = record.id().toString();
        return Event.of(HealthRecordEvents.TOPIC, type, id, id, record.version(), data);
    }
}
