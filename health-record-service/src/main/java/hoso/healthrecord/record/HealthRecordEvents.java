package hoso.healthrecord.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import hoso.chassis.event.Event;
import hoso.healthrecord.document.Visit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What others are told about records and their visits: that something happened, where and when; never what was found.
public final class HealthRecordEvents {
    public static final String TOPIC = "health-record.records.v1";
    static final String VISIT_RECORDED = "hoso.health-record.VisitRecorded.v1";
    static final String VISIT_HELD = "hoso.health-record.VisitHeld.v1";
    static final String RECORD_INTEGRATED = "hoso.health-record.RecordIntegrated.v1";

    static final String VISIT_CORRECTED = "hoso.health-record.VisitCorrected.v1";
    static final String VISIT_RETRACTED = "hoso.health-record.VisitRetracted.v1";

    private HealthRecordEvents() {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitRecorded(
            UUID visitId,
            UUID recordId,
            @Nullable UUID citizenId,
            String facility,
            String careKind,
            Instant admittedAt,
            @Nullable Instant dischargedAt,
            Instant recordedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitHeld(
            UUID visitId,
            @Nullable UUID recordId,
            @Nullable UUID citizenId,
            String facility,
            String because,
            Instant heldAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitCorrected(
            UUID visitId, UUID recordId, @Nullable UUID citizenId, String facility, int version, Instant recordedAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitRetracted(
            UUID visitId,
            UUID recordId,
            @Nullable UUID citizenId,
            String facility,
            String because,
            Instant retractedAt) {}

    record RecordIntegrated(UUID recordId, UUID citizenId, Instant integratedAt) {}

    /// A visit was filed into this record.
    public static Event visitRecorded(HealthRecord record, UUID visitId, Visit visit, Instant now) {
        return event(
                record,
                VISIT_RECORDED,
                new VisitRecorded(
                        visitId,
                        record.id(),
                        record.citizen(),
                        visit.header().facility(),
                        visit.header().careKind().name(),
                        visit.header().admittedAt(),
                        visit.header().dischargedAt(),
                        now));
    }

    /// The facility sent other content for a visit of this record, or filed anew what it had taken back.
    public static Event visitCorrected(HealthRecord record, UUID visitId, String facility, int version, Instant now) {
        return event(
                record,
                VISIT_CORRECTED,
                new VisitCorrected(visitId, record.id(), record.citizen(), facility, version, now));
    }

    /// The facility took a visit of this record back.
    public static Event visitRetracted(
            HealthRecord record, UUID visitId, String facility, String because, Instant now) {
        return event(
                record,
                VISIT_RETRACTED,
                new VisitRetracted(visitId, record.id(), record.citizen(), facility, because, now));
    }

    /// A visit that names this record's number is held.
    public static Event visitHeld(HealthRecord record, UUID visitId, String facility, String because, Instant now) {
        return event(record, VISIT_HELD, new VisitHeld(visitId, record.id(), record.citizen(), facility, because, now));
    }

    /// A visit is held that names no record at all; the visit itself is what the fact is about, and its versions count.
    public static Event visitHeldWithoutRecord(
            UUID visitId, int version, String facility, String because, Instant now) {
        return Event.of(
                TOPIC,
                VISIT_HELD,
                visitId.toString(),
                visitId.toString(),
                version,
                new VisitHeld(visitId, null, null, facility, because, now));
    }

    /// A citizen took this record into the app.
    public static Event recordIntegrated(HealthRecord record, HealthRecord.Integration integration) {
        return event(
                record, RECORD_INTEGRATED, new RecordIntegrated(record.id(), integration.citizen(), integration.at()));
    }

    private static Event event(HealthRecord record, String type, Object data) {
        var id = record.id().toString();
        return Event.of(TOPIC, type, id, id, record.version(), data);
    }
}
