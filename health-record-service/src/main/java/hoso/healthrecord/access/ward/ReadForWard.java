package hoso.healthrecord.access.ward;

import hoso.chassis.id.Ids;
import hoso.healthrecord.access.gate.GivenGrants;
import hoso.healthrecord.access.gate.Grant;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Purpose;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.integration.Vouched;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Gives a parent or guardian the right to read, after identity-service vouched that the other person is theirs.
@ApplicationScoped
class ReadForWard {
    private final HealthRecords records;
    private final Guardianships guardianships;
    private final GivenGrants grants;
    private final Ids ids;
    private final Clock clock;

    ReadForWard(HealthRecords records, Guardianships guardianships, GivenGrants grants, Ids ids, Clock clock) {
        this.records = records;
        this.guardianships = guardianships;
        this.grants = grants;
        this.ids = ids;
        this.clock = clock;
    }

    /// The guardianship: a new one, after which the one before is over, so that the register's last word counts. Empty
    /// when the child is of age.
    @Transactional
    Optional<Guardianship> begin(UUID guardian, Guarded relation, Vouched ward) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return relation.until(ward.birthDate(), now).map(until -> {
            var record = records.of(ward.number()).id();
            guardianships.of(guardian, now).stream()
                    .filter(one -> one.record().equals(record))
                    .forEach(one -> over(guardian, one.id()));
            var one = new Guardianship(ids.next(), guardian, record, relation, until, null);
            guardianships.add(one, now);
            grants.give(new Grant(
                    one.id(),
                    Right.GUARDIAN,
                    record,
                    new Asker.Key(guardian, null),
                    new Grant.Term(now, until, null),
                    new Grant.Terms(Set.of(Purpose.FAMILY), DataKind.ALL, Set.of(), Grant.Days.ALL, false, null)));
            return one;
        });
    }

    @Transactional
    List<Guardianship> all(UUID guardian) {
        return guardianships.of(guardian, clock.instant());
    }

    /// Ends one.
    ///
    /// @return did this guardian have it?
    @Transactional
    boolean end(UUID guardian, UUID id) {
        return over(guardian, id);
    }

    private boolean over(UUID guardian, UUID id) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var had = guardianships.end(guardian, id, now);
        if (had) {
            grants.end(id, now);
        }
        return had;
    }
}
