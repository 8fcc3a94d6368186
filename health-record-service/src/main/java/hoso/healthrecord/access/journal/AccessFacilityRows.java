package hoso.healthrecord.access.journal;

import hoso.chassis.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/// The facilities in PostgreSQL, in partitions by record.
@ApplicationScoped
class AccessFacilityRows implements AccessFacilities {
    private static final String ADD = """
            insert into access_facility (record_id, facility, first_at) values (?, ?, ?)
            on conflict (record_id, facility) do nothing
            """;

    private final Statements statements;

    AccessFacilityRows(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean isFirst(UUID record, String facility, Instant now) {
        return statements.update(ADD, record, facility, now.atOffset(ZoneOffset.UTC)) > 0;
    }
}
