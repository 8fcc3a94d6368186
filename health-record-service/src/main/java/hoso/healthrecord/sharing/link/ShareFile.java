package hoso.healthrecord.sharing.link;

import hoso.healthrecord.access.restriction.DataKind;
import hoso.healthrecord.access.restriction.Denial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A file of a link, as it is kept: nobody here can read it.
///
/// @param number within its link, from 1
/// @param jwe encrypted with the key of the link
/// @param sources the visits it tells of, each in the version it tells
/// @param rules number of the rules for what the law keeps back, by which it was made
/// @param madeAt when it was last made
public record ShareFile(
        int number, String mediaType, String jwe, Map<UUID, Integer> sources, int rules, Instant madeAt) {
    public ShareFile {
        sources = Map.copyOf(sources);
    }

    @Override
    public String toString() {
        return "ShareFile[" + number + "]";
    }

    /// What the manifest says of a file.
    public enum Status {
        /// It stays as it is.
        FINALIZED("finalized"),
        /// The link is for long, and its owner may bring the file up to date.
        CAN_CHANGE("can-change"),
        /// A facility corrected since what it tells.
        NO_LONGER_VALID("no-longer-valid"),
        /// What it tells is not in the record any more, or not for others by law: it is not given out.
        WITHDRAWN("withdrawn");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        /// As the specification spells it.
        public String code() {
            return code;
        }
    }

    /// What is to be said of the file now.
    ///
    /// @param visits those of its record that stand, each in its latest version
    /// @param rulesNow number of the rules of today for what the law keeps back
    public Status status(Map<UUID, Integer> visits, int rulesNow, boolean longTerm) {
        if (rules < rulesNow || !visits.keySet().containsAll(sources.keySet())) {
            return Status.WITHDRAWN;
        }
        if (sources.entrySet().stream().anyMatch(one -> visits.getOrDefault(one.getKey(), 0) > one.getValue())) {
            return Status.NO_LONGER_VALID;
        }
        return longTerm ? Status.CAN_CHANGE : Status.FINALIZED;
    }

    /// Does the file tell what its owner has begun to keep from others since it was made? Of a facility it cannot be
    /// told any more, because nobody here can read the file: then it does.
    ///
    /// @param kinds those that the file may tell of
    public boolean isDenied(List<Denial> denials, Set<DataKind> kinds) {
        return denials.stream().filter(one -> one.at().isAfter(madeAt)).anyMatch(one -> switch (one.target()) {
            case VISIT ->
                sources.keySet().stream().anyMatch(visit -> visit.toString().equals(one.value()));
            case KIND -> kinds.stream().anyMatch(kind -> kind.name().equals(one.value()));
            case FILED_BY -> true;
            case READ_BY -> false;
        });
    }
}
