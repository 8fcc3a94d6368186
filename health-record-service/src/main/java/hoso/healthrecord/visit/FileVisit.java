package hoso.healthrecord.visit;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.chassis.vault.BlindIndex;
import hoso.healthrecord.person.Demographics;
import hoso.healthrecord.record.HealthRecordEvents;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Files a visit into the record of its patient, once. What may be somebody else's is held instead: a visit in a wrong
/// record can harm, one that waits for a person cannot.
@ApplicationScoped
class FileVisit {
    private final VisitRows visits;
    private final EpisodeRows episodes;
    private final HealthRecords records;
    private final Outbox outbox;
    private final BlindIndex blindIndex;
    private final Ids ids;
    private final Clock clock;

    FileVisit(
            VisitRows visits,
            EpisodeRows episodes,
            HealthRecords records,
            Outbox outbox,
            BlindIndex blindIndex,
            Ids ids,
            Clock clock) {
        this.visits = visits;
        this.episodes = episodes;
        this.records = records;
        this.outbox = outbox;
        this.blindIndex = blindIndex;
        this.ids = ids;
        this.clock = clock;
    }

    /// Files a visit, or a new version of it.
    ///
    /// @param number the patient's personal number, absent when the document names none that can be one
    /// @return the receipt of this content: the first one when it was sent before, whatever came after it
    @Transactional
    Receipt file(IncomingVisit arrived, @Nullable PersonalNumber number) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return file(episodes.lock(arrived, ids.next(), now), arrived, number, now);
    }

    /// Files all visits of a history, or none.
    ///
    /// @return the receipts, in the order of the visits
    @Transactional
    List<Receipt> fileAll(List<IncomingVisit> arrived, @Nullable PersonalNumber number) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // All episodes first and in one order, the record behind them: two that file the same visits do not wait for
        // each other.
        var locked = new TreeMap<String, Episode>();
        arrived.stream()
                .sorted(Comparator.comparing(FileVisit::key))
                .forEach(one -> locked.put(key(one), episodes.lock(one, ids.next(), now)));
        return arrived.stream()
                .map(one -> file(Objects.requireNonNull(locked.get(key(one))), one, number, now))
                .toList();
    }

    private static String key(IncomingVisit arrived) {
        return arrived.visit().header().episode();
    }

    private Receipt file(Episode episode, IncomingVisit arrived, @Nullable PersonalNumber number, Instant now) {
        if (episode.fresh()) {
            return place(episode, 1, arrived, number, now);
        }
        return episodes.receipt(episode, arrived).orElseGet(() -> correct(episode, arrived, number, now));
    }

    /// Other content under the same episode is a correction: the new version takes the place of the one before, which
    /// stays readable. If it names another person, the visit leaves the record it was in.
    private Receipt correct(Episode episode, IncomingVisit arrived, @Nullable PersonalNumber number, Instant now) {
        var before = episode.recordId();
        if (before != null) {
            var _ = number == null ? records.locked(before) : records.of(number, before);
        }
        var wasFiled = visits.shelve(before, episode.visitId());
        var receipt = place(episode, episode.version() + 1, arrived, number, now);
        if (wasFiled && before != null && !before.equals(recordOf(receipt, number))) {
            var left = records.locked(before).next();
            records.save(left);
            outbox.append(HealthRecordEvents.visitRetracted(
                    left, episode.visitId(), episode.facility(), RetractedBecause.WRONG_PATIENT.name(), now));
        }
        return receipt;
    }

    private @Nullable UUID recordOf(Receipt receipt, @Nullable PersonalNumber number) {
        return number == null || receipt.status() == Receipt.Status.HELD
                ? null
                : records.of(number).id();
    }

    private Receipt place(
            Episode episode, int version, IncomingVisit arrived, @Nullable PersonalNumber number, Instant now) {
        var visitId = episode.visitId();
        var patient = arrived.visit().header().patient();
        var demographics = Demographics.of(patient.name(), patient.birthDate(), blindIndex::of);
        var facility = episode.facility();
        if (number == null) {
            var because = HeldBecause.NUMBER_NOT_VALID;
            visits.quarantine(null, visitId, version, arrived, demographics, because, now);
            outbox.append(HealthRecordEvents.visitHeldWithoutRecord(visitId, version, facility, because.name(), now));
            return episodes.keep(episode, arrived, version, null, because, now);
        }
        var record = records.of(number).next();
        records.save(record);
        var disowned = record.id().equals(episode.disownedBy());
        if (record.takes(demographics) && !disowned) {
            visits.file(record.id(), visitId, version, arrived, demographics, now);
            outbox.append(
                    version == 1
                            ? HealthRecordEvents.visitRecorded(record, visitId, arrived.visit(), now)
                            : HealthRecordEvents.visitCorrected(record, visitId, facility, version, now));
            return episodes.keep(episode, arrived, version, record.id(), null, now);
        }
        // What a citizen said is not theirs comes back only when they accept it, whatever the facility sends.
        var because = record.takes(demographics) ? HeldBecause.NOT_MINE : HeldBecause.IDENTITY_DIFFERS;
        visits.quarantine(record.id(), visitId, version, arrived, demographics, because, now);
        outbox.append(HealthRecordEvents.visitHeld(record, visitId, facility, because.name(), now));
        return episodes.keep(episode, arrived, version, null, because, now);
    }

    /// What became of the wish to take a visit back.
    sealed interface Retracting {
        record Done(Episode episode, Retraction retraction) implements Retracting {}

        /// The facility never filed this episode.
        record Unknown() implements Retracting {}
    }

    /// Takes a visit back. Repeated, it changes nothing and answers as the first time.
    @Transactional
    Retracting retract(String facility, String key, RetractedBecause because) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = episodes.lock(facility, key);
        if (found.isEmpty()) {
            return new Retracting.Unknown();
        }
        var episode = found.get();
        if (episode.retraction() != null) {
            return new Retracting.Done(episode, episode.retraction());
        }
        var retraction = new Retraction(now, because);
        var before = episode.recordId();
        var record = before == null ? null : records.locked(before);
        var wasFiled = visits.retract(before, episode.visitId(), retraction);
        episodes.retract(episode, retraction);
        if (wasFiled && record != null) {
            var told = record.next();
            records.save(told);
            outbox.append(HealthRecordEvents.visitRetracted(told, episode.visitId(), facility, because.name(), now));
        }
        return new Retracting.Done(episode, retraction);
    }
}
