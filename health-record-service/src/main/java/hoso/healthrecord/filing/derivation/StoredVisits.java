package hoso.healthrecord.filing.derivation;

import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.DocumentFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was made of documents under some rules, and how far it has been made again.
interface StoredVisits {

    /// Where visits lie; they are gone through in this order, until nothing older was found in any.
    enum Place {
        HELD,
        FILED,
        EARLIER
    }

    /// How far it is.
    ///
    /// @param after the last one that was looked at; absent at the beginning of a place
    /// @param made how many were made again in this pass
    record Cursor(Place place, @Nullable Key after, long made) {}

    /// What tells one from the others.
    ///
    /// @param subject whose key seals it
    record Key(UUID subject, UUID visit, int version) {}

    /// One version of a visit.
    ///
    /// @param document sealed; absent when it was made under these rules already
    record One(Key key, DocumentFormat format, Instant receivedAt, byte @Nullable [] document) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// Is all made under these rules?
    boolean isEnded(int rules);

    /// The place at which these rules go on, for this transaction alone; empty when another instance has it.
    Optional<Cursor> lock(int rules, Instant now);

    List<One> next(Cursor cursor, int rules, int most);

    /// Puts a summary in the place of one that is older. A visit that was corrected meanwhile stays as it is.
    void replace(Place place, Key key, int rules, byte[] summary);

    void move(int rules, Cursor cursor);

    void end(int rules, Instant now);
}
