package hoso.healthrecord.record;

import hoso.chassis.personal.PersonalNumber;
import java.util.Optional;
import java.util.UUID;

/// All records.
public interface HealthRecords {

    /// The record of a personal number, opened if there is none yet, and kept from others until the transaction ends.
    HealthRecord of(PersonalNumber number);

    /// The id of the record of a personal number, opened if there is none yet; not locked. For who has to lock
    /// something else first.
    UUID idOf(PersonalNumber number);

    /// The record of a number, if there is one; not locked.
    Optional<HealthRecord> find(PersonalNumber number);

    /// The same, and another record too, where a visit leaves that one.
    HealthRecord of(PersonalNumber number, UUID other);

    /// A record, kept from others until the transaction ends.
    HealthRecord locked(UUID id);

    /// The record a citizen has integrated, kept from others until the transaction ends.
    Optional<HealthRecord> lockedOf(UUID citizen);

    /// The record a citizen has integrated.
    Optional<HealthRecord> integratedBy(UUID citizen);

    /// Writes what became of a record got from [#of].
    void save(HealthRecord record);
}
