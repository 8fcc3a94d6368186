package hoso.chassis.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// How facts are carried from the outbox to Kafka.
@ConfigMapping(prefix = "hoso.relay")
interface RelayConfig {

    /// Name of the replication slot, unique on the database server; by default the service's name with `_outbox`.
    Optional<String> slot();

    /// For how long events are gathered once the first has come: an event waits for so long at most, and those that
    /// come together share the cost of a batch.
    @WithDefault("6ms")
    Duration gather();

    /// How often what was published is confirmed to the database: after a crash at most this much is published twice.
    @WithDefault("1s")
    Duration flush();

    /// How long a fact may be under way before the reconciler looks for it on its topic.
    @WithDefault("20s")
    Duration grace();

    /// How often the reconciler compares outbox and topics.
    @WithDefault("30s")
    Duration reconcileEvery();

    /// How long rows are kept: longer than Kafka keeps its records (30 days), so that any can be told again.
    @WithDefault("35d")
    Duration keepFacts();

    /// How long taken-in events are remembered: longer than any of them can come again,
    /// from a topic or from its dead letters.
    @WithDefault("60d")
    Duration keepTaken();

    /// How long first answers are kept.
    @WithDefault("7d")
    Duration keepAnswers();
}
