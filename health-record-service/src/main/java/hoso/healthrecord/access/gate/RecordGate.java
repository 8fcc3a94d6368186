package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.gate.AccessRule.Decision;
import hoso.healthrecord.access.journal.Access;
import hoso.healthrecord.access.journal.Access.Outcome;
import hoso.healthrecord.access.journal.AccessJournal;
import hoso.healthrecord.access.journal.Asker;
import hoso.healthrecord.access.journal.TellAccess;
import hoso.healthrecord.access.restriction.Denials;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The one gate. Whoever reads in a record that is not their own comes through here: the decision, the reading and the
/// entry in the journal are one transaction, so that there is no content without its entry.
///
/// A reading has one entry: `SHOWN`, `NOTHING` when the right was there and what was asked for was not in sight, or
/// `REFUSED` with the reason. A refusal shows nothing; its entry tells the owner that somebody tried. Where no grant
/// of the id exists nobody's record was asked for, and there is no entry.
@ApplicationScoped
public class RecordGate {
    private final Instance<Grants> grants;
    private final GivenGrants given;
    private final Denials denials;
    private final AccessJournal journal;
    private final TellAccess tellAccess;
    private final Clock clock;

    RecordGate(
            Instance<Grants> grants,
            GivenGrants given,
            Denials denials,
            AccessJournal journal,
            TellAccess tellAccess,
            Clock clock) {
        this.grants = grants;
        this.given = given;
        this.denials = denials;
        this.journal = journal;
        this.tellAccess = tellAccess;
        this.clock = clock;
    }

    /// Reads, if the request is permitted.
    ///
    /// @param reading gives what is to be shown, empty where nothing is in sight; it runs in the transaction
    @Transactional
    public <T> Passage<T> read(AccessRequest request, Function<Sight, Optional<T>> reading) {
        var known = find(request);
        if (known == null) {
            return new Passage.Refused<>(AccessRefusal.NONE);
        }
        var record = known.record();
        journal.lock(record);
        // Asked again now that no other reading is under way: it may have been used up, or taken back.
        var grant = find(request);
        if (grant == null || !grant.record().equals(record)) {
            return new Passage.Refused<>(AccessRefusal.NONE);
        }
        var now = clock.instant();
        return switch (AccessRule.decide(request, grant, denials.of(record), used(grant, now), now)) {
            case Decision.Refused(var because) -> {
                note(request, grant, Outcome.REFUSED, because.name());
                yield new Passage.Refused<>(because);
            }
            case Decision.Permitted(var restriction) -> {
                var sight = new Sight(record, restriction);
                var content = reading.apply(sight);
                sight.close();
                note(request, grant, content.isPresent() ? Outcome.SHOWN : Outcome.NOTHING, null);
                if (content.isPresent() && request.asker() instanceof Asker.Professional by) {
                    tellAccess.shown(record, by.facility(), grant.right(), now);
                }
                yield content.<Passage<T>>map(shown -> new Passage.Shown<>(shown, grant))
                        .orElseGet(Passage.Nothing::new);
            }
        };
    }

    private @Nullable Grant find(AccessRequest request) {
        return given.find(request.grant())
                .or(() -> grants.stream()
                        .filter(some -> request.rights().contains(some.right()))
                        .flatMap(some -> some.find(request.grant()).stream())
                        .findFirst())
                .orElse(null);
    }

    private long used(Grant grant, Instant now) {
        var allowance = grant.terms().allowance();
        return allowance == null ? 0 : journal.shown(grant.record(), grant.id(), now.minus(allowance.per()));
    }

    private void note(AccessRequest request, Grant grant, Outcome outcome, @Nullable String because) {
        journal.append(
                grant.record(),
                new Access(
                        grant.right(),
                        grant.id(),
                        request.asker(),
                        request.purpose(),
                        request.wanted(),
                        outcome,
                        because));
    }
}
