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

    /// How often the engine looks for new messages: half of it is the latency one sees, and an idle relay pays for a
    /// small one (5 ms: 18 % of a core, 20 ms: 7 %, 50 ms: 3 %).
    @WithDefault("20ms")
    Duration poll();

    /// How often what was published is confirmed to the database: after a crash at most this much is told twice.
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
