package hoso.healthrecord.visit;

import hoso.chassis.page.Cursor;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.document.DocumentFormat;
import hoso.healthrecord.document.Visit;
import hoso.healthrecord.person.Demographics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All visits, each kept once by facility and episode. Whatever a citizen reads is asked for with the citizen's id,
/// and what belongs to somebody else is not found.
public interface Visits {

    /// A visit of a record, as the app may show it.
    ///
    /// @param version counts what the facility sent under this episode
    /// @param retraction absent unless the facility took the visit back; then `visit` holds where and when only
    record Kept(
            UUID id,
            DocumentFormat format,
            Visit visit,
            int version,
            Instant receivedAt,
            @Nullable Retraction retraction) {
        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /// The document of a visit, byte for byte as it was sent.
    record Document(DocumentFormat format, byte[] bytes) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// A visit with the document it was read from.
    record Filed(Kept kept, Document document) {
        @Override
        public String toString() {
            return "Filed[" + kept.id() + "]";
        }
    }

    /// A visit that was put aside.
    record Quarantined(UUID id, String facility) {}

    /// Puts aside the visits of a record whose demographics are not the vouched ones.
    List<Quarantined> quarantineOthersThan(UUID record, Demographics vouched, Instant now);

    /// The visits of the record that this citizen integrated, newest first.
    List<Kept> newestFirst(UUID citizen, @Nullable Cursor after, int limit);

    /// The visits of a record, newest first. Who may have them is decided before.
    List<Kept> inRecord(UUID record, @Nullable Cursor after, int limit);

    /// One visit of the record that this citizen integrated.
    Optional<Kept> find(UUID citizen, UUID visit);

    /// All versions of one visit of the record that this citizen integrated, the latest first.
    List<Kept> versions(UUID citizen, UUID visit);

    /// The document of one visit of the record that this citizen integrated.
    Optional<Document> document(UUID citizen, UUID visit);

    /// A visit as it is stored for reading: packed, then sealed.
    ///
    /// @param subject whose key seals it: the record, or the visit itself while it is held
    byte[] summary(UUID subject, Visit visit);

    /// A stored document as it was sent.
    ///
    /// @param subject whose key sealed it
    byte[] document(UUID subject, byte[] sealed);

    /// The visits of a record with their documents, newest first, or one of them. Who may have them is decided before.
    ///
    /// @param visit absent for all
    List<Filed> filed(UUID record, @Nullable UUID visit);

    /// What corrections of one visit of a record replaced, the latest first.
    List<Filed> filedBefore(UUID record, UUID visit);
}
