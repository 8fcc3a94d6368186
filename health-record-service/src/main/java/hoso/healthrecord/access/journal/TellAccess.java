package hoso.healthrecord.access.journal;

import hoso.chassis.event.Outbox;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.UUID;

/// Tells the owner of a record when a facility is shown something for the first time.
@ApplicationScoped
public class TellAccess {
    private final AccessFacilities facilities;
    private final HealthRecords records;
    private final Outbox outbox;

    TellAccess(AccessFacilities facilities, HealthRecords records, Outbox outbox) {
        this.facilities = facilities;
        this.records = records;
        this.outbox = outbox;
    }

    /// Something was shown to a facility, in the transaction at hand.
    @Transactional(TxType.MANDATORY)
    public void shown(UUID record, String facility, Right right, Instant now) {
        if (facilities.isFirst(record, facility, now)) {
            var told = records.locked(record).next();
            records.save(told);
            outbox.append(AccessEvents.firstAccess(told, facility, right, now));
        }
    }
}
