package hoso.healthrecord.access.consent;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.healthrecord.access.consent.AccessConsent.Answer;
import hoso.healthrecord.access.gate.GivenGrants;
import hoso.healthrecord.access.gate.Grant;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.Right;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// The citizen answers who asked, and takes back what was granted. The lock of the record lets one answer after the
/// other, and what is taken back is out of force for every reading that begins after it.
@ApplicationScoped
class AnswerConsent {
    private final HealthRecords records;
    private final AccessConsents consents;
    private final GivenGrants grants;
    private final Clock clock;

    AnswerConsent(HealthRecords records, AccessConsents consents, GivenGrants grants, Clock clock) {
        this.records = records;
        this.consents = consents;
        this.grants = grants;
        this.clock = clock;
    }

    @Transactional
    Page<AccessConsent> page(UUID citizen, @Nullable Cursor after, int limit) {
        var rows = records.integratedBy(citizen)
                .map(record -> consents.of(record.id(), after, limit + 1))
                .orElseGet(List::of);
        return Page.of(rows, limit, one -> new Cursor(one.askedAt(), one.id()));
    }

    @Transactional
    Optional<AccessConsent> one(UUID citizen, UUID id) {
        return records.integratedBy(citizen).flatMap(record -> consents.find(record.id(), id));
    }

    /// Grants what was asked for, or less.
    ///
    /// @param terms absent: as asked
    @Transactional
    Optional<Answer> grant(UUID citizen, UUID id, @Nullable ConsentTerms terms) {
        return answer(
                citizen, id, (consent, now) -> consent.grant(Objects.requireNonNullElse(terms, consent.asked()), now));
    }

    @Transactional
    Optional<Answer> refuse(UUID citizen, UUID id) {
        return answer(citizen, id, AccessConsent::refuse);
    }

    @Transactional
    Optional<Answer> revoke(UUID citizen, UUID id) {
        return answer(citizen, id, AccessConsent::revoke);
    }

    private Optional<Answer> answer(UUID citizen, UUID id, BiFunction<AccessConsent, Instant, Answer> how) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return records.lockedOf(citizen)
                .map(HealthRecord::id)
                .flatMap(record -> consents.find(record, id))
                .map(consent -> how.apply(consent, now))
                .map(answer -> {
                    if (answer instanceof Answer.Became(var consent)) {
                        became(consent, now);
                    }
                    return answer;
                });
    }

    private void became(AccessConsent consent, Instant now) {
        consents.save(consent);
        switch (consent.state()) {
            case GRANTED -> {
                var terms = Objects.requireNonNull(consent.granted());
                grants.give(new Grant(
                        consent.id(),
                        Right.CONSENT,
                        consent.record(),
                        new Asker.Key(consent.by().person(), consent.by().facility()),
                        new Grant.Term(now, terms.validUntil(), null),
                        terms.forGate()));
            }
            case REVOKED -> grants.end(consent.id(), now);
            case ASKED, REFUSED -> {
                // Nothing is opened.
            }
        }
    }
}
