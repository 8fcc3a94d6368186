package hoso.healthrecord.integration;

import hoso.healthrecord.record.HealthRecord;

/// What became of the wish to take the record into the app.
sealed interface Integrating {
    /// The record is in the app.
    ///
    /// @param held how many visits were put aside because they name somebody else
    record Done(HealthRecord record, int held) implements Integrating {}

    /// Another account took this record before.
    record IntegratedElsewhere() implements Integrating {}

    /// This account took another record before; two records of one person are merged by a person, never by us.
    record OtherRecordIntegrated() implements Integrating {}
}
