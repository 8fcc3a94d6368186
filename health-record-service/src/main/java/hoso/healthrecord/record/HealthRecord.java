package hoso.healthrecord.record;

import hoso.healthrecord.person.Demographics;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A citizen's health record. It opens with the first visit that names its owner's personal number; from the moment
/// the owner integrates it into the app, the demographics vouched for then decide which visits belong to it.
///
/// @param integration absent until the owner takes the record into the app
/// @param version counts the facts told about this record
public record HealthRecord(UUID id, @Nullable Integration integration, long version) {

    /// The link between a record and the citizen who owns it.
    ///
    /// @param vouched name and date of birth as identity-service vouched for them then
    public record Integration(UUID citizen, Demographics vouched, Instant at) {}

    /// What became of the wish to integrate.
    public sealed interface Decision {
        /// The record is the citizen's from now on.
        record Integrated(HealthRecord record) implements Decision {}

        /// It was the same citizen's before; nothing changes.
        record IntegratedBefore(HealthRecord record) implements Decision {}

        /// Another account took this record before: a person has to look at it.
        record IntegratedElsewhere() implements Decision {}
    }

    /// Does a visit of this name and date of birth belong here? Before anybody vouched, the number alone decides.
    public boolean takes(Demographics patient) {
        return integration == null || integration.vouched().agreesWith(patient);
    }

    /// Takes the record into the app of a citizen who was vouched for just now.
    public Decision integrate(UUID citizen, Demographics vouched, Instant now) {
        if (integration == null) {
            return new Decision.Integrated(
                    new HealthRecord(id, new Integration(citizen, vouched, now), version).next());
        }
        return integration.citizen().equals(citizen)
                ? new Decision.IntegratedBefore(this)
                : new Decision.IntegratedElsewhere();
    }

    /// The record of the same citizen, who was vouched for again just now.
    public HealthRecord vouchedAgain(Demographics vouched) {
        if (integration == null) {
            throw new IllegalStateException("nobody integrated this record");
        }
        return new HealthRecord(id, new Integration(integration.citizen(), vouched, integration.at()), version);
    }

    /// The record with one more fact told about it.
    public HealthRecord next() {
        return new HealthRecord(id, integration, version + 1);
    }

    /// The citizen who took the record into the app, if anybody did.
    public @Nullable UUID citizen() {
        return integration == null ? null : integration.citizen();
    }
}
