package hoso.healthrecord.held;

import hoso.chassis.event.Outbox;
import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.vault.BlindIndex;
import hoso.healthrecord.integration.Vouched;
import hoso.healthrecord.person.Demographics;
import hoso.healthrecord.record.HealthRecordEvents;
import hoso.healthrecord.record.HealthRecords;
import hoso.healthrecord.visit.HeldBecause;
import hoso.healthrecord.visit.HeldVisits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Settles by the word of its citizen whose a visit is. Locks are taken in the order of filing: the episode, then the
/// record. So of two wishes at once the later one finds what the earlier one left.
@ApplicationScoped
class SettleVisit {
    private final HeldVisits held;
    private final HealthRecords records;
    private final Outbox outbox;
    private final BlindIndex blindIndex;
    private final Clock clock;

    SettleVisit(HeldVisits held, HealthRecords records, Outbox outbox, BlindIndex blindIndex, Clock clock) {
        this.held = held;
        this.records = records;
        this.outbox = outbox;
        this.blindIndex = blindIndex;
        this.clock = clock;
    }

    @Transactional
    Page<HeldVisits.Waiting> waiting(UUID citizen, @Nullable Cursor after, int limit) {
        var rows = held.waitingFor(citizen, after, limit + 1);
        return Page.of(rows, limit, waiting -> new Cursor(waiting.heldAt(), waiting.id()));
    }

    /// Files a visit that waits into the record of a citizen who was vouched for just now. It is theirs when it names
    /// them as they are vouched for now: a name or date that the register has changed since leads to its visits.
    @Transactional
    Settled accept(UUID citizen, UUID visitId, Vouched vouched) {
        if (!held.lock(citizen, visitId)) {
            return Settled.NONE;
        }
        var record = records.of(vouched.number());
        if (!citizen.equals(record.citizen())) {
            return Settled.NONE;
        }
        var patient = held.patient(record.id(), visitId);
        if (patient.isEmpty()) {
            return held.isFiled(record.id(), visitId) ? Settled.DONE : Settled.NONE;
        }
        var demographics = Demographics.of(vouched.name(), vouched.birthDate(), blindIndex::of);
        if (!demographics.agreesWith(patient.get())) {
            return Settled.DIFFERS;
        }
        var visit = held.file(record.id(), visitId);
        var told = record.vouchedAgain(demographics).next();
        records.save(told);
        outbox.append(HealthRecordEvents.visitRecorded(told, visitId, visit, now()));
        return Settled.DONE;
    }

    /// Takes a visit, filed or waiting, out of all that this citizen sees. It stays with us: its facility corrects it.
    @Transactional
    Settled disown(UUID citizen, UUID visitId) {
        if (!held.lock(citizen, visitId)) {
            return Settled.NONE;
        }
        var record = records.lockedOf(citizen);
        if (record.isEmpty()) {
            return Settled.NONE;
        }
        var now = now();
        var disowned = held.disown(record.get().id(), visitId, now);
        if (disowned.isEmpty()) {
            return Settled.NONE;
        }
        if (!disowned.get().again()) {
            var told = record.get().next();
            records.save(told);
            outbox.append(HealthRecordEvents.visitHeld(
                    told, visitId, disowned.get().facility(), HeldBecause.NOT_MINE.name(), now));
        }
        return Settled.DONE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
