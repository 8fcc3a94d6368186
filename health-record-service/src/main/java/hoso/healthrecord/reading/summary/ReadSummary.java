package hoso.healthrecord.reading.summary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hoso.healthrecord.hiv.HivRules;
import hoso.healthrecord.reading.resource.FhirConfig;
import hoso.healthrecord.reading.resource.ReadEntries;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// Summaries of records. One that was made stays in memory for some minutes, under the version of the record and of
/// the rules: what changes either is never answered from before.
@ApplicationScoped
public class ReadSummary {
    private static final long MOST_BYTES = 32L << 20;

    private final ReadEntries entries;
    private final Clock clock;
    private final FhirConfig config;
    private final Cache<Key, byte[]> made = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key _, byte[] summary) -> summary.length)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    private record Key(UUID record, long version, int rules, Locale language) {}

    ReadSummary(ReadEntries entries, Clock clock, FhirConfig config) {
        this.entries = entries;
        this.clock = clock;
        this.config = config;
    }

    /// The whole summary, as a Bundle of type document in JSON. Who may have it is decided before.
    ///
    /// @param version of the record at this moment
    /// @param language Vietnamese or English
    public byte[] of(UUID record, long version, Locale language) {
        var key = new Key(record, version, HivRules.VERSION, language);
        var known = made.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var summary = of(record, EnumSet.allOf(SummarySection.class), language);
        made.put(key, summary);
        return summary;
    }

    /// A summary of some sections only, as the citizen chose them; the required ones say that they are withheld.
    public byte[] of(UUID record, Set<SummarySection> sections, Locale language) {
        return new PatientSummary(record, entries.ofRecord(record), language, clock.instant(), config.base())
                .bundle(sections)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }
}
