package hoso.healthrecord.visit;

import java.util.UUID;

/// What became of the wish to file a document.
sealed interface Filing {
    /// The visit is kept, now or since an earlier sending of the same bytes.
    record Kept(Receipt receipt) implements Filing {}

    /// The facility sent other bytes under this episode before.
    record Differs(UUID visitId) implements Filing {}
}
