package hoso.healthrecord.visit.reading;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.HandedOut;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.visit.Retraction;
import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
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
        /// The document.
        ///
        /// @param cut is something left out that the law keeps back?
        record Out(DocumentFormat format, byte[] bytes, boolean cut) implements Handed, Sensitive {
            @Override
            public String toString() {
                return Sensitive.mask(this);
            }
        }

        record Withheld() implements Handed {}

        /// The facility took the visit back.
        record Retracted(Retraction retraction) implements Handed {}
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
    List<Visits.Kept> versions(UUID citizen, UUID visit) {
        return visits.versions(citizen, visit);
    }

    @Transactional
    Optional<Handed> document(UUID citizen, UUID visit) {
        return visits.find(citizen, visit)
                .flatMap(kept -> kept.retraction() == null
                        ? visits.document(citizen, visit).map(ReadVisits::handed)
                        : Optional.of(new Handed.Retracted(kept.retraction())));
    }

    /// Decided anew from the document itself: what was kept of it when it came may follow older rules.
    private static Handed handed(Visits.Document document) {
        return switch (DocumentReader.handedOut(document.format(), document.bytes())) {
            case HandedOut.Whole(var bytes) -> new Handed.Out(document.format(), bytes, false);
            case HandedOut.Cut(var bytes) -> new Handed.Out(document.format(), bytes, true);
            case HandedOut.Withheld() -> new Handed.Withheld();
        };
    }
}
