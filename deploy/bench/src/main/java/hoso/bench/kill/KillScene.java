package hoso.bench.kill;

import com.fasterxml.jackson.databind.ObjectMapper;
import hoso.bench.parts.Http;
import hoso.bench.parts.Installation;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Two replicas that record facts, one service that takes them in, PostgreSQL and Kafka: five kinds of
/// process, each kept running, and ways to look at them from outside.
final class KillScene {
    private static final String RECORDING = "bench_recording";
    private static final String TAKING_IN = "bench_taking_in";
    private static final String TOPIC = "bench.facts.v1";
    private static final String DEAD = "bench.effects.bench.facts.v1.dead";
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Pattern TOLD_AGAIN = Pattern.compile("(\\d+) facts were not on their topics");

    private final Installation installation;
    private final List<Integer> ports;
    private final List<Kept> replicas;
    private final Kept consumer;
    private final Kept kafka;
    private final Kept postgres;
    private final ObjectMapper json = new ObjectMapper();

    /// Everything that was found at the end.
    ///
    /// @param toldAt milliseconds of each record of the topic
    record Found(Evidence evidence, NavigableSet<Long> toldAt, long dead, long toldAgain) {}

    KillScene(Installation installation) throws IOException {
        this.installation = installation;
        this.ports = List.of(installation.freePort(), installation.freePort(), installation.freePort());
        this.replicas = List.of(
                new Kept(
                        installation.service("replica-1", RECORDING, ports.get(0), Installation.SHORT_LIVED, Map.of())),
                new Kept(installation.service(
                        "replica-2", RECORDING, ports.get(1), Installation.SHORT_LIVED, Map.of())));
        this.consumer = new Kept(installation.service(
                "consumer",
                TAKING_IN,
                ports.get(2),
                Installation.SHORT_LIVED,
                Map.of("BENCH_SERVICE", "bench-effects", "BENCH_SLOT", TAKING_IN, "BENCH_LISTENS", "true")));
        this.kafka = new Kept(installation.kafka());
        this.postgres = new Kept(installation.postgres());
    }

    void start() throws IOException, SQLException, InterruptedException {
        installation.makeDatabase(RECORDING);
        installation.makeDatabase(TAKING_IN);
        installation.makeTopics(List.of(TOPIC, DEAD));
        for (var part : all()) {
            part.start();
        }
        for (var port : ports) {
            installation.awaitReady("a service", at(port));
        }
        installation.await(
                "a relaying replica",
                () -> ports.subList(0, 2).stream().anyMatch(port -> role(port).equals("LEADER")));
    }

    List<URI> doors() {
        return ports.subList(0, 2).stream()
                .map(port -> at(port).resolve("/facts"))
                .toList();
    }

    private List<Kept> all() {
        var all = new ArrayList<>(replicas);
        all.add(consumer);
        all.add(kafka);
        all.add(postgres);
        return all;
    }

    int unplanned() {
        return all().stream().mapToInt(Kept::unplanned).sum();
    }

    void end() {
        all().forEach(Kept::end);
    }

    /// Kills what the plan says, as soon as there is something to kill.
    ///
    /// @return when and what
    Takeovers.Death kill(KillPlan plan) throws IOException, InterruptedException {
        var leader = leader();
        var part = switch (plan.target()) {
            case RELAYING -> replicas.get(leader);
            case STANDBY -> replicas.get(1 - leader);
            case CONSUMER -> consumer;
            case KAFKA -> kafka;
            case POSTGRES -> postgres;
        };
        installation.await(part.name() + " to be killed", () -> part.child().isAlive());
        var isOrderly = plan.target() == Target.RELAYING && isOrderly();
        var now = System.currentTimeMillis();
        part.kill(plan.pause());
        return new Takeovers.Death(now, System.currentTimeMillis(), plan.target(), isOrderly);
    }

    /// Whether one replica relays and the other one stands by.
    boolean isOrderly() {
        var roles = ports.subList(0, 2).stream().map(this::role).sorted().toList();
        return roles.equals(List.of("LEADER", "STANDBY"));
    }

    /// The replica that relays, or the first when none says so.
    private int leader() {
        return role(ports.get(1)).equals("LEADER") ? 1 : 0;
    }

    private String role(int port) {
        try {
            var answer = Http.get(installation.management(at(port)).resolve("/q/health/live"));
            for (var check : json.readTree(answer.body()).path("checks")) {
                if (check.path("name").asText().equals("outbox-relay")) {
                    return check.path("data").path("role").asText();
                }
            }
            return "";
        } catch (IOException _) {
            return "";
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Waits until there are as many facts with an effect as there are facts.
    ///
    /// @return whether that came about
    boolean isQuiet(int facts, Duration patience) throws InterruptedException {
        var begin = System.nanoTime();
        while (System.nanoTime() - begin < patience.toNanos()) {
            if (count(RECORDING, "select count(*) from fact") >= facts
                    && count(TAKING_IN, "select count(distinct event_id) from effect")
                            >= count(RECORDING, "select count(*) from fact")) {
                return true;
            }
            Installation.pause(POLL);
        }
        return false;
    }

    private long count(String database, String query) {
        try {
            return installation.number(database, query);
        } catch (SQLException _) {
            return -1;
        }
    }

    /// Reads both databases and the topic.
    Found find(Set<String> answered) throws IOException, SQLException {
        var toldAt = new TreeSet<Long>();
        var told = told(toldAt);
        try (var recording = installation.connect(RECORDING);
                var takingIn = installation.connect(TAKING_IN)) {
            var facts = rows(
                    recording,
                    "select event_id, command from fact",
                    row -> new Evidence.Fact(row.getObject(1, UUID.class), row.getString(2)));
            var effects = rows(
                    takingIn,
                    "select event_id, subject, version from effect order by position",
                    row -> new Evidence.Effect(row.getObject(1, UUID.class), row.getString(2), row.getLong(3)));
            return new Found(new Evidence(answered, facts, told, effects), toldAt, end(DEAD), toldAgain());
        }
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(Connection connection, String query, Reading<T> reading) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            var rows = new ArrayList<T>();
            while (row.next()) {
                rows.add(reading.of(row));
            }
            return rows;
        }
    }

    private List<UUID> told(NavigableSet<Long> toldAt) {
        var told = new ArrayList<UUID>();
        try (var reader = reader()) {
            var partitions = assign(reader, TOPIC);
            var ends = reader.endOffsets(partitions);
            reader.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(one -> reader.position(one) < ends.getOrDefault(one, 0L))) {
                for (var record : reader.poll(POLL)) {
                    var id = record.headers().lastHeader("ce_id");
                    if (id == null) {
                        throw new IllegalStateException("a record without an id on " + TOPIC);
                    }
                    told.add(UUID.fromString(new String(id.value(), StandardCharsets.UTF_8)));
                    toldAt.add(record.timestamp());
                }
            }
        }
        return told;
    }

    private long end(String topic) {
        try (var reader = reader()) {
            return reader.endOffsets(assign(reader, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                installation.kafkaClient(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static List<TopicPartition> assign(KafkaConsumer<byte[], byte[]> reader, String topic) {
        var partitions = reader.partitionsFor(topic).stream()
                .map(one -> new TopicPartition(topic, one.partition()))
                .toList();
        reader.assign(partitions);
        return partitions;
    }

    /// How many facts the reconciler had to tell because the relay had not: from the replicas' logs, for
    /// their counters die with them.
    private long toldAgain() throws IOException {
        var toldAgain = 0L;
        for (var replica : replicas) {
            try (var lines = Files.lines(replica.child().log(), StandardCharsets.ISO_8859_1)) {
                toldAgain += lines.map(TOLD_AGAIN::matcher)
                        .filter(java.util.regex.Matcher::find)
                        .mapToLong(line -> Long.parseLong(line.group(1)))
                        .sum();
            }
        }
        return toldAgain;
    }
}
