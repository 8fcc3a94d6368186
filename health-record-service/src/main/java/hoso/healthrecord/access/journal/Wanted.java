package hoso.healthrecord.access.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants to read.
///
/// @param visit the visit it is about; absent where it is about the record
public record Wanted(Kind kind, @Nullable UUID visit) {

    /// The ways to read.
    public enum Kind {
        SUMMARY,
        TIMELINE,
        VISIT,
        DOCUMENT,
        /// The FHIR resources of the record.
        RESOURCES,
        SEARCH,
        PDF,
        EXPORT,
        SHARE_FILE
    }

    public static Wanted of(Kind kind) {
        return new Wanted(kind, null);
    }

    public static Wanted of(Kind kind, UUID visit) {
        return new Wanted(kind, visit);
    }
}
