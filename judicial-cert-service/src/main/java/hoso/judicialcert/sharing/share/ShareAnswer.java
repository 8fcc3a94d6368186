package hoso.judicialcert.sharing.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A share as its holder sees it.
///
/// @param openings every use, oldest first; left out of lists
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShareAnswer(
        UUID shareId,
        UUID certificateId,
        @JsonUnwrapped Intent intent,
        Instant madeAt,
        Instant until,
        int maxUses,
        int uses,
        boolean withPasscode,
        Share.State state,
        @Nullable Instant endedAt,
        @JsonUnwrapped Opens opens,
        @Nullable List<Use> openings)
        implements Sensitive {

    /// For whom and what for.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Intent(
            String purpose, String recipient, @Nullable String organisation) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// What opens it; left out but when it is made.
    ///
    /// @param link the code as an address; it stands behind the `#`, which browsers send to nobody
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opens(@Nullable String code, @Nullable String link) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// One use.
    ///
    /// @param name what the opener said of themselves
    /// @param documentAt when the document was fetched
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Use(
            Instant at,
            String name,
            @Nullable String organisation,
            @Nullable Instant documentAt) implements Sensitive {
        static Use of(Opening opening) {
            return new Use(
                    opening.at(), opening.opener().name(), opening.opener().organisation(), opening.documentAt());
        }

        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// As it stands in a list.
    static ShareAnswer of(Share share, Instant now) {
        return of(share, now, null, null, null);
    }

    static ShareAnswer of(
            Share share, Instant now, @Nullable String code, @Nullable String link, @Nullable List<Opening> openings) {
        return new ShareAnswer(
                share.id().value(),
                share.certificate().value(),
                new Intent(
                        share.intent().purpose(),
                        share.intent().recipient(),
                        share.intent().organisation()),
                share.madeAt(),
                share.until(),
                share.maxUses(),
                share.uses(),
                share.hasPasscode(),
                share.state(now),
                share.endedAt(),
                new Opens(code, link),
                openings == null ? null : openings.stream().map(Use::of).toList());
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
