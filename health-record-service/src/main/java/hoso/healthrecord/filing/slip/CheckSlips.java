package hoso.healthrecord.filing.slip;

import hoso.chassis.personal.PersonalNumber;
import hoso.healthrecord.document.VisitRules;
import hoso.healthrecord.filing.slip.SlipUses.Use;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds slips in the visits that they were written in, so that a correction, a retraction or a "not mine" holds for
/// them at once; keeps only who used them.
@ApplicationScoped
class CheckSlips {
    private static final int MOST_VISITS = 500;

    private final HealthRecords records;
    private final Visits visits;
    private final SlipUses uses;
    private final Clock clock;

    CheckSlips(HealthRecords records, Visits visits, SlipUses uses, Clock clock) {
        this.records = records;
        this.visits = visits;
        this.uses = uses;
        this.clock = clock;
    }

    /// Whether a slip can be used today.
    enum State {
        VALID,
        NOT_YET,
        EXPIRED,
        USED
    }

    /// @param use absent unless it was used
    record Checked(Slip slip, State state, @Nullable Use use) {}

    /// What is asked for: a slip as the patient shows it, with the patient's number.
    record Wanted(SlipKind kind, String facility, String number, PersonalNumber patient) {}

    /// What became of the wish to use a slip.
    sealed interface Using {
        record Done(Checked checked) implements Using {}

        /// It cannot be used: used, over, not yet valid.
        record Not(Checked checked) implements Using {}

        /// It is for another facility.
        record ForAnother() implements Using {}

        record Unknown() implements Using {}
    }

    @Transactional
    Optional<Checked> check(Wanted wanted) {
        return find(wanted).map(found -> checked(found.record(), found.slip()));
    }

    @Transactional
    Using use(Wanted wanted, String facility) {
        var found = find(wanted);
        if (found.isEmpty()) {
            return new Using.Unknown();
        }
        var slip = found.get().slip();
        var record = found.get().record();
        if (slip.forFacility() != null && !slip.forFacility().equals(facility)) {
            return new Using.ForAnother();
        }
        var before = checked(record, slip);
        if (before.state() != State.VALID) {
            return new Using.Not(before);
        }
        var use = new Use(facility, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return uses.use(record, slip, use)
                ? new Using.Done(new Checked(slip, State.USED, use))
                : new Using.Not(checked(record, slip));
    }

    /// The slips of the record that a citizen integrated, the latest day first.
    @Transactional
    List<Checked> own(UUID citizen) {
        return records.integratedBy(citizen)
                .map(record -> slips(record.id())
                        .map(slip -> checked(record.id(), slip))
                        .sorted((one, other) ->
                                other.slip().from().compareTo(one.slip().from()))
                        .toList())
                .orElse(List.of());
    }

    private record Found(UUID record, Slip slip) {}

    private Optional<Found> find(Wanted wanted) {
        return records.find(wanted.patient())
                .map(HealthRecord::id)
                .flatMap(record -> slips(record)
                        .filter(slip -> slip.kind() == wanted.kind()
                                && slip.facility().equals(wanted.facility())
                                && slip.number().equals(wanted.number()))
                        .findFirst()
                        .map(slip -> new Found(record, slip)));
    }

    /// Of visits that were not taken back; a slip of long ago serves nobody.
    private Stream<Slip> slips(UUID record) {
        return visits.inRecord(record, null, MOST_VISITS).stream()
                .filter(kept -> kept.retraction() == null)
                .flatMap(kept -> SlipsOfVisit.of(kept.visit()).stream());
    }

    private Checked checked(UUID record, Slip slip) {
        var use = uses.of(record, slip);
        if (use.isPresent()) {
            return new Checked(slip, State.USED, use.get());
        }
        var today = LocalDate.ofInstant(clock.instant(), VisitRules.LOCAL);
        var state =
                today.isAfter(slip.until()) ? State.EXPIRED : today.isBefore(slip.from()) ? State.NOT_YET : State.VALID;
        return new Checked(slip, state, null);
    }
}
