package hoso.healthrecord.visit.reading;

import hoso.chassis.page.Cursor;
import hoso.chassis.page.Page;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.HandedOut;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.record.HealthRecord;
import hoso.healthrecord.record.HealthRecords;
import hoso.healthrecord.visit.Retraction;
import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads the visits of a citizen's own record: one transaction, so one connection, for all that one answer needs.
@ApplicationScoped
class ReadVisits {
    private static final int AT_ONCE = 50;

    private final Visits visits;
    private final HealthRecords records;

    ReadVisits(Visits visits, HealthRecords records) {
        this.visits = visits;
        this.records = records;
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

    /// One page of the visits that are wanted. What a visit tells is sealed, so that it is looked through here.
    @Transactional
    Page<Visits.Kept> timeline(UUID citizen, VisitFilter filter, @Nullable Cursor after, int limit) {
        var rows = new ArrayList<Visits.Kept>();
        var from = after;
        while (rows.size() <= limit) {
            var read = visits.newestFirst(citizen, from, Math.max(limit + 1, AT_ONCE));
            read.stream().filter(filter::takes).limit(limit + 1L - rows.size()).forEach(rows::add);
            if (read.size() < Math.max(limit + 1, AT_ONCE) || filter.isOver(read.getLast())) {
                break;
            }
            from = cursor(read.getLast());
        }
        return Page.of(rows, limit, ReadVisits::cursor);
    }

    private static Cursor cursor(Visits.Kept kept) {
        return new Cursor(kept.visit().header().admittedAt(), kept.id());
    }

    /// A validator of the timeline: it changes with the record and with the rules.
    @Transactional
    String tag(UUID citizen) {
        var version = records.integratedBy(citizen).map(HealthRecord::version).orElse(0L);
        return "W/\"" + version + "-" + HivRules.VERSION + "\"";
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
