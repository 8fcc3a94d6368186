package hoso.healthrecord.access.restriction;

import hoso.chassis.id.Ids;
import hoso.healthrecord.access.restriction.Denial.Target;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The citizen keeps parts of the record from others. In force with the next reading.
@ApplicationScoped
class DenyAccess {
    private final HealthRecords records;
    private final Denials denials;
    private final Ids ids;
    private final Clock clock;

    DenyAccess(HealthRecords records, Denials denials, Ids ids, Clock clock) {
        this.records = records;
        this.denials = denials;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    List<Denial> all(UUID citizen) {
        return records.integratedBy(citizen)
                .map(record -> denials.of(record.id()))
                .orElseGet(List::of);
    }

    /// The denial in force: a new one, or the one there was of this target and value. Empty without a record in the
    /// app.
    @Transactional
    Optional<Denial> deny(UUID citizen, Target target, String value, boolean inEmergency) {
        return records.lockedOf(citizen).map(record -> {
            var known = denials.of(record.id()).stream()
                    .filter(one -> one.target() == target && one.value().equals(value))
                    .findFirst();
            if (known.isPresent() && known.get().inEmergency() == inEmergency) {
                return known.get();
            }
            known.ifPresent(one -> denials.remove(record.id(), one.id()));
            var denial = new Denial(
                    ids.next(), target, value, inEmergency, clock.instant().truncatedTo(ChronoUnit.MICROS));
            denials.add(record.id(), denial);
            return denial;
        });
    }

    /// Was there such a denial?
    @Transactional
    boolean permit(UUID citizen, UUID denial) {
        return records.lockedOf(citizen)
                .map(record -> denials.remove(record.id(), denial))
                .orElse(false);
    }
}
