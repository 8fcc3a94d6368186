package hoso.healthrecord.sharing.giving;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import hoso.chassis.personal.Sensitive;
import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.SensitiveCategory;
import hoso.healthrecord.sharing.link.Share;
import hoso.healthrecord.sharing.link.ShareFile;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A link as its owner sees it.
///
/// @param files what is to be said of each of its files now; left out of lists
@JsonInclude(JsonInclude.Include.NON_NULL)
record ShareAnswer(
        UUID shareId,
        Share.State state,
        String recipient,
        @Nullable String label,
        Content content,
        String flags,
        OffsetDateTime madeAt,
        OffsetDateTime until,
        @Nullable OffsetDateTime endedAt,
        @JsonUnwrapped Uses counts,
        @JsonUnwrapped @Nullable Link link,
        @Nullable List<String> files)
        implements Sensitive {
    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    /// What it shows.
    record Content(boolean summary, List<UUID> visits, List<DataKind> kinds, List<SensitiveCategory> sensitive)
            implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    /// How often it was opened, and tried in vain.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Uses(@Nullable Integer maxUses, int uses, int wrongPasscodes) {}

    /// The link: told to whoever brings its key, and never again.
    ///
    /// @param shlink for programs that read SMART Health Links
    /// @param link a page that shows it, for whoever has no program
    /// @param signed the payload of the link, signed (JWS)
    record Link(String shlink, String link, String signed) implements Sensitive {
        @Override
        public String toString() {
            return Sensitive.mask(this);
        }
    }

    static ShareAnswer of(Share share, Instant now, @Nullable Link link, @Nullable List<ShareFile.Status> files) {
        var choice = share.terms().choice();
        return new ShareAnswer(
                share.id(),
                share.state(now),
                share.terms().recipient(),
                share.terms().label(),
                new Content(
                        choice.summary(),
                        choice.visits(),
                        sorted(choice.kinds().stream()),
                        sorted(choice.sensitive().stream())),
                share.flags().letters(),
                share.madeAt().atOffset(LOCAL),
                share.until().atOffset(LOCAL),
                share.endedAt() == null ? null : share.endedAt().atOffset(LOCAL),
                new Uses(share.maxUses(), share.uses(), share.wrongPasscodes()),
                link,
                files == null
                        ? null
                        : files.stream().map(ShareFile.Status::code).toList());
    }

    private static <E extends Comparable<E>> List<E> sorted(Stream<E> all) {
        return all.sorted().toList();
    }

    @Override
    public String toString() {
        return Sensitive.mask(this);
    }
}
