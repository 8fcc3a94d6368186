package hoso.healthrecord.access.consent;

import hoso.chassis.event.Outbox;
import hoso.chassis.id.Ids;
import hoso.chassis.personal.PersonalNumber;
import hoso.healthrecord.access.consent.AccessConsent.Requester;
import hoso.healthrecord.access.consent.AccessConsent.State;
import hoso.healthrecord.access.journal.AccessEvents;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// A professional asks the owner of a personal number. Whether somebody has this number, or a record in the app, is
/// not told: the answer is the same, and the question waits.
@ApplicationScoped
class AskForConsent {
    private final HealthRecords records;
    private final AccessConsents consents;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    AskForConsent(HealthRecords records, AccessConsents consents, Outbox outbox, Ids ids, Clock clock) {
        this.records = records;
        this.consents = consents;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /// The consent that waits: a new one, or the one that waits already. The lock of the record lets one ask after
    /// the other.
    @Transactional
    AccessConsent ask(PersonalNumber number, Requester by, ConsentTerms terms) {
        var record = records.of(number);
        var waiting = consents.waiting(record.id(), by.person(), by.facility());
        if (waiting.isPresent()) {
            return waiting.get();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var consent = new AccessConsent(ids.next(), record.id(), by, terms, null, State.ASKED, now, null, null);
        consents.add(consent);
        if (record.citizen() != null) {
            var told = record.next();
            records.save(told);
            outbox.append(AccessEvents.consentRequested(told, consent.id(), by.facility(), now));
        }
        return consent;
    }

    @Transactional
    Optional<AccessConsent> asked(UUID id, UUID person, String facility) {
        return consents.asked(id, person, facility);
    }
}
