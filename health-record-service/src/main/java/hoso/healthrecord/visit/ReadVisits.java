package hoso.healthrecord.visit;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the visits of a citizen's own record: one transaction, so one connection, for all that one answer needs.
@ApplicationScoped
class ReadVisits {
    private final Visits visits;

    ReadVisits(Visits visits) {
        this.visits = visits;
    }

    /// A document that may be handed out, or the fact that it may not.
    sealed interface Handed {
        record Out(Visits.Document document) implements Handed {}

        record Withheld() implements Handed {}
    }

    @Transactional
    Page<Visits.Kept> timeline(UUID citizen, @Nullable Cursor after, int limit) {
        var rows = visits.newestFirst(citizen, after, limit + 1);
        return Page.of(rows, limit, kept -> new Cursor(kept.visit().header().admittedAt(), kept.id()));
    }

    @Transactional
    Optional<Visits.Kept> one(UUID citizen, UUID visit) {
        return visits.find(citizen, visit);
    }

    @Transactional
    Optional<Handed> document(UUID citizen, UUID visit) {
        return visits.find(citizen, visit)
                .flatMap(kept -> kept.visit().disclosure().withheld()
                        ? Optional.of(new Handed.Withheld())
                        : visits.document(citizen, visit).map(Handed.Out::new));
    }
}
