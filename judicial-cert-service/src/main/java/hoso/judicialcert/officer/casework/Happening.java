package hoso.judicialcert.officer.casework;

import hoso.judicialcert.officer.queue.OfficerAction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a case.
///
/// @param step a step of the timeline; null for a deed
/// @param deed what an officer did; null for a step
record Happening(
        Instant at, @Nullable String step, @Nullable OfficerAction deed) {

    static Happening of(OfficerAction deed) {
        return new Happening(deed.at(), null, deed);
    }
}
