package hoso.healthrecord.integration;

import hoso.chassis.event.Outbox;
import hoso.chassis.vault.BlindIndex;
import hoso.healthrecord.person.Demographics;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecord.Decision;
import hoso.healthrecord.record.HealthRecordEvents;
import hoso.healthrecord.record.HealthRecords;
import hoso.healthrecord.visit.HeldBecause;
import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Takes a health record into the app of its owner. Visits that name the owner's number but somebody else's name or
/// date of birth are put aside in the same transaction, so that they are never seen.
@ApplicationScoped
class IntegrateRecord {
    private final HealthRecords records;
    private final Visits visits;
    private final Outbox outbox;
    private final BlindIndex blindIndex;
    private final Clock clock;

    IntegrateRecord(HealthRecords records, Visits visits, Outbox outbox, BlindIndex blindIndex, Clock clock) {
        this.records = records;
        this.visits = visits;
        this.outbox = outbox;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    @Transactional
    Integrating integrate(UUID citizen, Vouched vouched) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var demographics = Demographics.of(vouched.name(), vouched.birthDate(), blindIndex::of);
        var record = records.of(vouched.number());
        var other = records.integratedBy(citizen).filter(one -> !one.id().equals(record.id()));
        if (other.isPresent()) {
            return new Integrating.OtherRecordIntegrated();
        }
        return switch (record.integrate(citizen, demographics, now)) {
            case Decision.Integrated(var integrated) -> integrated(integrated, demographics);
            case Decision.IntegratedBefore(var same) -> new Integrating.Done(same, 0);
            case Decision.IntegratedElsewhere() -> new Integrating.IntegratedElsewhere();
        };
    }

    private Integrating integrated(HealthRecord integrated, Demographics demographics) {
        var integration = integrated.integration();
        if (integration == null) {
            throw new IllegalStateException("an integrated record is integrated");
        }
        outbox.append(HealthRecordEvents.recordIntegrated(integrated, integration));
        var record = integrated;
        var others = visits.quarantineOthersThan(record.id(), demographics, integration.at());
        for (var visit : others) {
            record = record.next();
            outbox.append(HealthRecordEvents.visitHeld(
                    record, visit.id(), visit.facility(), HeldBecause.IDENTITY_DIFFERS.name(), integration.at()));
        }
        records.save(record);
        return new Integrating.Done(record, others.size());
    }
}
