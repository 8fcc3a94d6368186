package hoso.healthrecord.filing.derivation;

import hoso.chassis.problem.Faults;
import hoso.chassis.work.StuckItems;
import hoso.healthrecord.document.Reading;
import hoso.healthrecord.document.reading.DocumentReader;
import hoso.healthrecord.filing.derivation.StoredVisits.Cursor;
import hoso.healthrecord.filing.derivation.StoredVisits.One;
import hoso.healthrecord.filing.derivation.StoredVisits.Place;
import hoso.healthrecord.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/// Makes stored visits again under the present rules, some at a time. Summaries and cursor change in one transaction,
/// so that a step that dies leaves both as they were, and each visit is read as it was or as it is.
@ApplicationScoped
class DeriveAgain {
    static final String WORKER = "derivation";
    private static final Logger LOG = Logger.getLogger(DeriveAgain.class);

    private final StoredVisits stored;
    private final Visits visits;
    private final StuckItems stuck;
    private final Clock clock;

    DeriveAgain(StoredVisits stored, Visits visits, StuckItems stuck, Clock clock) {
        this.stored = stored;
        this.visits = visits;
        this.stuck = stuck;
        this.clock = clock;
    }

    /// What became of one step.
    enum Step {
        MORE,
        /// Another instance is at it.
        BUSY,
        ENDED
    }

    /// Looks at the next ones.
    ///
    /// @param most how many
    @Transactional
    Step step(int rules, int most) {
        if (stored.isEnded(rules)) {
            return Step.ENDED;
        }
        var found = stored.lock(rules, clock.instant());
        if (found.isEmpty()) {
            return Step.BUSY;
        }
        var cursor = found.get();
        var next = stored.next(cursor, rules, most);
        var made = cursor.made();
        for (var one : next) {
            made += make(cursor.place(), one, rules) ? 1 : 0;
        }
        if (!next.isEmpty()) {
            stored.move(rules, new Cursor(cursor.place(), next.getLast().key(), made));
            return Step.MORE;
        }
        var place = behind(cursor.place());
        if (place.isPresent()) {
            stored.move(rules, new Cursor(place.get(), null, made));
            return Step.MORE;
        }
        if (made > 0) {
            // Visits move between places while this goes on: it is the end when a whole pass found none.
            LOG.infof("derivation=%d made=%d", rules, made);
            stored.move(rules, new Cursor(Place.HELD, null, 0));
            return Step.MORE;
        }
        stored.end(rules, clock.instant());
        LOG.infof("derivation=%d ended", rules);
        return Step.ENDED;
    }

    private static Optional<Place> behind(Place place) {
        return switch (place) {
            case HELD -> Optional.of(Place.FILED);
            case FILED -> Optional.of(Place.EARLIER);
            case EARLIER -> Optional.empty();
        };
    }

    private boolean make(Place place, One one, int rules) {
        var sealed = one.document();
        if (sealed == null) {
            return false;
        }
        byte[] summary;
        try {
            var subject = one.key().subject();
            var reading = DocumentReader.read(one.format(), visits.document(subject, sealed), one.receivedAt());
            if (!(reading instanceof Reading.Read(var visit, var _, var _))) {
                // It was taken under the rules of its day, and stays as it was made then.
                LOG.infof(
                        "derivation=%d visit=%s stays: it would be refused today",
                        rules, one.key().visit());
                return false;
            }
            summary = visits.summary(subject, visit);
        } catch (RuntimeException e) {
            // One that cannot be opened keeps the others from nothing; an operator sees it.
            stuck.leftToPerson(WORKER, one.key().visit(), Faults.trace(e));
            return false;
        }
        stored.replace(place, one.key(), rules, summary);
        return true;
    }
}
