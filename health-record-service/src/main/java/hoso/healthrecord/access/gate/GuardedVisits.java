package hoso.healthrecord.access.gate;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.HandedOut;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.visit.Visits;
import hoso.healthrecord.visit.Visits.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The visits of a record as one who has a [Sight] may see them.
@ApplicationScoped
public class GuardedVisits {
    private final Visits visits;

    GuardedVisits(Visits visits) {
        this.visits = visits;
    }

    /// A document as it is handed out. Whether the law keeps something of it back is not told: that would tell what.
    public record GuardedDocument(DocumentFormat format, byte[] bytes) {
        @Override
        public String toString() {
            return "GuardedDocument[***]";
        }
    }

    /// The visits in sight, newest first. A page is filled from what is in sight, and its cursor names a visit in
    /// sight: no gap tells of one that is not.
    public Page<Kept> newestFirst(Sight sight, @Nullable Cursor after, int limit) {
        var seen = new ArrayList<Kept>();
        var from = after;
        while (seen.size() <= limit) {
            var rows = visits.inRecord(sight.record(), from, limit + 1);
            rows.stream().flatMap(one -> narrow(sight, one).stream()).forEach(seen::add);
            if (rows.size() <= limit) {
                break;
            }
            from = place(rows.getLast());
        }
        return Page.of(seen.subList(0, Math.min(seen.size(), limit + 1)), limit, GuardedVisits::place);
    }

    /// All visits in sight, newest first.
    public List<Kept> all(Sight sight) {
        var seen = new ArrayList<Kept>();
        @Nullable Cursor from = null;
        while (true) {
            var rows = visits.inRecord(sight.record(), from, Page.MAX_LIMIT);
            rows.stream().flatMap(one -> narrow(sight, one).stream()).forEach(seen::add);
            if (rows.size() < Page.MAX_LIMIT) {
                return List.copyOf(seen);
            }
            from = place(rows.getLast());
        }
    }

    /// One visit; empty when it does not exist, or is not in sight.
    public Optional<Kept> find(Sight sight, UUID visit) {
        return visits.filed(sight.record(), visit).stream().findFirst().flatMap(one -> narrow(sight, one.kept()));
    }

    /// The document of a visit in sight; empty where there is none to be handed out: taken back, HIV care, or not of
    /// this reader's to see. Which of them is not told.
    public Optional<GuardedDocument> document(Sight sight, UUID visit) {
        if (!sight.restriction().documents()) {
            return Optional.empty();
        }
        return visits.filed(sight.record(), visit).stream()
                .findFirst()
                .filter(one -> narrow(sight, one.kept()).isPresent())
                .flatMap(one -> switch (DocumentReader.handedOut(
                        one.document().format(), one.document().bytes())) {
                    case HandedOut.Whole(var bytes) ->
                        Optional.of(new GuardedDocument(one.document().format(), bytes));
                    case HandedOut.Cut(var bytes) ->
                        Optional.of(new GuardedDocument(one.document().format(), bytes));
                    case HandedOut.Withheld() -> Optional.empty();
                });
    }

    /// What a facility took back is no fact for others, and it no longer tells which categories it touched.
    private static Optional<Kept> narrow(Sight sight, Kept kept) {
        if (kept.retraction() != null) {
            return Optional.empty();
        }
        return sight.narrow(kept.id(), kept.visit())
                .map(seen -> new Kept(kept.id(), kept.format(), seen, kept.version(), kept.receivedAt(), null));
    }

    private static Cursor place(Kept kept) {
        return new Cursor(kept.visit().header().admittedAt(), kept.id());
    }
}
