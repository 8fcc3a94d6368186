package hoso.healthrecord.access.gate;

import hoso.healthrecord.access.restriction.Restriction;
import hoso.healthrecord.document.Visit;
import java.util.Optional;
import java.util.UUID;

/// What one reading may see. Only the gate makes it, and it is blind once the transaction of the reading is over: so
/// whoever has one has a line in the journal.
public final class Sight {
    private final UUID record;
    private final Restriction restriction;
    private boolean over;

    Sight(UUID record, Restriction restriction) {
        this.record = record;
        this.restriction = restriction;
    }

    /// The record that is read.
    public UUID record() {
        open();
        return record;
    }

    /// What is left out.
    public Restriction restriction() {
        open();
        return restriction;
    }

    /// The visit as it may be seen; empty when it may not.
    public Optional<Visit> narrow(UUID id, Visit visit) {
        open();
        return restriction.narrow(id, visit);
    }

    void close() {
        over = true;
    }

    private void open() {
        if (over) {
            throw new IllegalStateException("the reading is over");
        }
    }
}
