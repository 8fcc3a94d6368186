package hoso.healthrecord.record;

import hoso.chassis.personal.PersonalNumber;
import java.util.Optional;
import java.util.UUID;

/// All records.
public interface HealthRecords {

    /// The record of a personal number, opened if there is none yet, and kept from others until the transaction ends.
    HealthRecord of(PersonalNumber number);

    /// The record a citizen has integrated.
    Optional<HealthRecord> integratedBy(UUID citizen);

    /// Writes what became of a record got from [#of].
    void save(HealthRecord record);
}
