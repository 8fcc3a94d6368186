package hoso.healthrecord.access.emergency;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.healthrecord.access.emergency.EmergencyAccess.Answer;
import hoso.healthrecord.access.emergency.EmergencyAccess.Opener;
import hoso.healthrecord.access.emergency.EmergencyAccess.Reasoned;
import hoso.healthrecord.access.gate.GivenGrants;
import hoso.healthrecord.access.gate.Grant;
import hoso.healthrecord.access.journal.Access;
import hoso.healthrecord.access.journal.AccessEvents;
import hoso.healthrecord.access.journal.AccessJournal;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.journal.Wanted;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Opens a record in an emergency. The grant, the entry in the journal, the case for the officer and the event for
/// the owner are one transaction: nothing is opened of which any of them is missing.
@ApplicationScoped
class OpenInEmergency {
    private static final String ROLE = "health-professional";

    private final HealthRecords records;
    private final EmergencyAccesses accesses;
    private final GivenGrants grants;
    private final AccessJournal journal;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    OpenInEmergency(
            HealthRecords records,
            EmergencyAccesses accesses,
            GivenGrants grants,
            AccessJournal journal,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.records = records;
        this.accesses = accesses;
        this.grants = grants;
        this.journal = journal;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// Opens the summary. While it is open it is not opened twice; afterwards it is a new case, and says how often
    /// before.
    @Transactional
    EmergencyAccess open(PersonalNumber number, Opener by, Reasoned reasoned) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // The journal first and the record after it, as each reading does: in the other order two of them can wait for
        // each other.
        var known = records.idOf(number);
        journal.lock(known);
        var before = accesses.of(known, by.person());
        if (!before.isEmpty() && before.getFirst().isOpen(now)) {
            return before.getFirst();
        }
        var until = now.plus(EmergencyAccess.LASTS);
        var access = new EmergencyAccess(ids.next(), known, by, reasoned, null, now, until, before.size(), null);
        accesses.add(access);
        grants.give(new Grant(
                access.id(),
                Right.EMERGENCY,
                known,
                new Asker.Key(by.person(), by.facility()),
                new Grant.Term(now, until, null),
                terms(true)));
        tell(records.locked(known), access, Wanted.Kind.SUMMARY, now);
        return access;
    }

    /// Opens whole visits: the second step, for a reason of its own.
    @Transactional
    Optional<Answer> widen(UUID id, UUID person, String facility, Reasoned reasoned) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return accesses.locked(id)
                .filter(one ->
                        one.by().person().equals(person) && one.by().facility().equals(facility))
                .map(one -> {
                    var answer = one.widen(reasoned, now);
                    if (answer instanceof Answer.Became(var access)) {
                        accesses.save(access);
                        var grant = grants.find(id).orElseThrow();
                        grants.change(new Grant(
                                id, grant.right(), grant.record(), grant.holder(), grant.term(), terms(false)));
                        journal.lock(access.record());
                        tell(records.locked(access.record()), access, Wanted.Kind.TIMELINE, now);
                    }
                    return answer;
                });
    }

    private static Grant.Terms terms(boolean summaryOnly) {
        return new Grant.Terms(
                EnumSet.of(Purpose.TREATMENT, Purpose.EMERGENCY_TREATMENT),
                DataKind.ALL,
                Set.of(),
                Grant.Days.ALL,
                summaryOnly,
                null);
    }

    private void tell(HealthRecord record, EmergencyAccess access, Wanted.Kind opened, Instant now) {
        var by = access.by();
        journal.append(
                record.id(),
                new Access(
                        Right.EMERGENCY,
                        access.id(),
                        new Asker.Professional(by.person(), by.name(), ROLE, by.facility()),
                        Purpose.EMERGENCY_TREATMENT,
                        Wanted.of(opened),
                        Access.Outcome.NOTHING,
                        "OPENED"));
        var told = record.next();
        records.save(told);
        var scope = opened == Wanted.Kind.SUMMARY ? "SUMMARY" : "VISITS";
        outbox.append(AccessEvents.emergency(told, access.id(), by.facility(), scope, now, access.until()));
    }
}
