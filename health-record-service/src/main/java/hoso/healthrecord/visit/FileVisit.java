package hoso.healthrecord.visit;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.vault.BlindIndex;
import hoso.healthrecord.person.Demographics;
import hoso.healthrecord.record.HealthRecordEvents;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Files a visit into the record of its patient, once. What may be somebody else's is held instead: a visit in a wrong
/// record can harm, one that waits for a person cannot.
@ApplicationScoped
class FileVisit {
    private final VisitRows visits;
    private final HealthRecords records;
    private final Outbox outbox;
    private final BlindIndex blindIndex;
    private final Ids ids;
    private final Clock clock;

    FileVisit(VisitRows visits, HealthRecords records, Outbox outbox, BlindIndex blindIndex, Ids ids, Clock clock) {
        this.visits = visits;
        this.records = records;
        this.outbox = outbox;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param number the patient's personal number, absent when the document names none that can be one
    @Transactional
    Filing file(IncomingVisit arrived, @Nullable PersonalNumber number) {
        var visitId = ids.next();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!visits.claim(arrived, visitId, now)) {
            return visits.again(arrived);
        }
        var patient = arrived.visit().header().patient();
        var demographics = Demographics.of(patient.name(), patient.birthDate(), blindIndex::of);
        var facility = arrived.visit().header().facility();
        if (number == null) {
            var because = HeldBecause.NUMBER_NOT_VALID;
            visits.quarantine(null, visitId, arrived, demographics, because, now);
            outbox.append(HealthRecordEvents.visitHeldWithoutRecord(visitId, facility, because.name(), now));
            return visits.again(arrived);
        }
        var record = records.of(number).next();
        records.save(record);
        if (record.takes(demographics)) {
            visits.file(record.id(), visitId, arrived, demographics, now);
            outbox.append(HealthRecordEvents.visitRecorded(record, visitId, arrived.visit(), now));
        } else {
            var because = HeldBecause.IDENTITY_DIFFERS;
            visits.quarantine(record.id(), visitId, arrived, demographics, because, now);
            outbox.append(HealthRecordEvents.visitHeld(record, visitId, facility, because.name(), now));
        }
        return visits.again(arrived);
    }
}
