package hoso.healthrecord.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a citizen is told about the own record.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HealthRecordAnswer(
        Status status, @Nullable UUID recordId, @Nullable OffsetDateTime integratedAt) {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    /// Is the record in the app?
    public enum Status {
        INTEGRATED,
        NOT_INTEGRATED
    }

    public static HealthRecordAnswer none() {
        return new HealthRecordAnswer(Status.NOT_INTEGRATED, null, null);
    }

    public static HealthRecordAnswer of(HealthRecord record) {
        var integration = record.integration();
        return integration == null
                ? none()
                : new HealthRecordAnswer(Status.INTEGRATED, record.id(), local(integration.at()));
    }

    /// Times are told in the zone of the country.
    public static OffsetDateTime local(Instant time) {
        return time.atOffset(LOCAL);
    }
}
