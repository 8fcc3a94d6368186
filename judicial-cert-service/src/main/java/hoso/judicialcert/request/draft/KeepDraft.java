package hoso.judicialcert.request.draft;

import hoso.judicialcert.person.CitizenId;
import hoso.judicialcert.request.filing.RequestBody;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Keeps what a citizen has filled in so far, on whatever phone they go on.
@ApplicationScoped
class KeepDraft {
    private static final int MOST = 20;
    private static final Duration KEPT = Duration.ofDays(30);
    private final DraftRows drafts;
    private final Clock clock;

    KeepDraft(DraftRows drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /// Empty when the citizen has too many.
    @Transactional
    Optional<DraftJson> begin(CitizenId citizen, RequestBody form) {
        drafts.sweep(clock.instant().minus(KEPT));
        return drafts.count(citizen) >= MOST ? Optional.empty() : Optional.of(drafts.add(citizen, form));
    }

    @Transactional
    List<DraftJson> of(CitizenId citizen) {
        return drafts.of(citizen);
    }

    @Transactional
    Optional<DraftJson> find(UUID id, CitizenId citizen) {
        return drafts.find(id, citizen);
    }

    /// What became of a change.
    sealed interface Outcome {
        record Changed(DraftJson draft) implements Outcome {}

        record NoSuchDraft() implements Outcome {}

        /// Somebody changed it in between, on another phone perhaps.
        record Outdated(long version) implements Outcome {}
    }

    @Transactional
    Outcome change(UUID id, CitizenId citizen, long basedOn, RequestBody form) {
        var known = drafts.lock(id, citizen);
        if (known.isEmpty()) {
            return new Outcome.NoSuchDraft();
        }
        return known.get().version() == basedOn
                ? new Outcome.Changed(drafts.change(id, form))
                : new Outcome.Outdated(known.get().version());
    }

    /// False when there was none.
    @Transactional
    boolean drop(UUID id, CitizenId citizen) {
        var known = drafts.lock(id, citizen);
        known.ifPresent(draft -> drafts.drop(draft.id()));
        return known.isPresent();
    }
}
