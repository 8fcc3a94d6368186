package hoso.judicialcert.officer.queue;

import hoso.chassis.personal.Sensitive;
import hoso.judicialcert.person.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an officer did with a case; what was done stays.
///
/// @param content what was said about it; null when nothing was
public record OfficerAction(
        Kind kind, OfficerId officer, Instant at, @Nullable Content content) {

    public enum Kind {
        CLAIMED,
        RELEASED,
        NOTED,
        SUPPLEMENT_REQUESTED,
        PROPOSED,
        /// Decided where one officer is enough.
        DECIDED,
        APPROVED,
        SENT_BACK,
        /// What a certificate said wrongly about the person was set right.
        AMENDED,
        /// Found to be recalled; another officer has to find so, too.
        RECALL_PROPOSED,
        /// What was proposed before was found not to be recalled.
        RECALL_REJECTED,
        CERTIFICATE_RECALLED,
        CORRECTION_ORDERED
    }

    /// Words to a deed.
    ///
    /// @param code of `supplements.csv` or `revocations.csv`
    /// @param until by when something is to be given
    public record Content(
            String text, @Nullable String code, @Nullable Instant until) implements Sensitive {
        public static Content of(String text) {
            return new Content(text, null, null);
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }
}
